// Runs the sample of docs/sync.md that writes metrics for Prometheus: measured, scraped over HTTP, and parsed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { createBackend, createMemoryStore, type MeterPort } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { createTelemetryLog } from "../../src/sync/audit/telemetry.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { blocksOf, root } from "../docs/pages.ts";
import { account } from "../mock-server/worlds.ts";
import { toClient } from "./delta-syncs.ts";

interface Sample {
  readonly server: Server;
  readonly prometheus: { readonly meter: MeterPort };
}

async function loadSample(): Promise<Sample> {
  const page = { path: "docs/sync.md", text: readFileSync(join(root, "docs/sync.md"), "utf8") };
  const code = blocksOf(page).find(({ file }) => file === "prometheus.ts")?.code ?? "";
  const folder = join(root, "tmp/prometheus-sample");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "prometheus.ts"), code);
  vi.stubEnv("METRICS_PORT", "0");
  const sample = (await import(/* @vite-ignore */ join(folder, "prometheus.ts"))) as Sample;
  onTestFinished(async () => {
    await new Promise((resolve) => sample.server.close(resolve));
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return sample;
}

// The text format: each line a type or a sample, each sample after the type of its family.
function parse(text: string): Record<string, number> {
  const samples: Record<string, number> = {};
  let family = "";
  for (const line of text.trimEnd().split("\n")) {
    const type = /^# TYPE ([a-z_]+) (?:counter|gauge|histogram)$/.exec(line);
    if (type) {
      family = type[1] ?? "";
      continue;
    }
    const sample = /^([a-z_]+)((?:\{(?:[a-z_]+="(?:[^"\\\n]|\\[\\"n])*",?)+\})?) (\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(
      line,
    );
    expect(sample, line).not.toBeNull();
    const [, name = "", labels = "", value = ""] = sample ?? [];
    expect(["", "_bucket", "_sum", "_count"].map((end) => family + end)).toContain(name);
    expect(samples).not.toHaveProperty([name + labels]);
    samples[name + labels] = Number(value);
  }
  return samples;
}

test("a run and its backend are scraped in the text format of Prometheus", async () => {
  const { prometheus, server } = await loadSample();
  const { meter } = prometheus;
  const store = createMemoryStore({ accounts: [account("a@x.io"), account("b@x.io")], connections: [] });
  const backend = await serve(createBackend({ store, telemetry: { meter } }));
  onTestFinished(() => backend.close());
  const audit = createTelemetryLog({ meter, queue: { size: async () => 3 } });
  const users = ["a", "b", "c"].map((id) => ({ externalUserId: id, email: `${id}@x.io` }));
  await syncUsers(toClient(backend.url), users, { name: "Nightly", audit, batchSize: 2 });
  const scraped = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
  expect(scraped.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const samples = parse(await scraped.text());
  const route = "/api/developer/applications/:appId/import-existing-users/csv";
  const labels = `http_request_method="POST",url_scheme="http",http_route="${route}",http_response_status_code="200"`;
  expect(samples).toMatchObject({
    'ieu_users_total{ieu_status="imported"}': 2,
    'ieu_users_total{ieu_status="not_found"}': 1,
    'ieu_batch_duration_seconds_count{ieu_outcome="answered"}': 2,
    'ieu_batch_duration_seconds_bucket{ieu_outcome="answered",le="+Inf"}': 2,
    ieu_queue_depth: 3,
    ieu_success_age_seconds: expect.any(Number),
    'ieu_import_users_total{ieu_status="imported"}': 2,
    [`http_server_request_duration_seconds_count{${labels}}`]: 2,
    'ieu_lock_wait_time_seconds_count{ieu_outcome="acquired"}': 2,
  });
  const buckets = Object.entries(samples).filter(([name]) => name.startsWith("ieu_import_duration_seconds_bucket"));
  expect(buckets.map(([, count]) => count)).toEqual(buckets.map(([, count]) => count).sort());
});
