// Collects what the real API and SDK of OpenTelemetry make of the measurements and spans of one test.
import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, context, metrics, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { MeterProvider, MetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { onTestFinished } from "vitest";

class Reader extends MetricReader {
  protected async onShutdown(): Promise<void> {}
  protected async onForceFlush(): Promise<void> {}
}

/** One span, without times and ids. */
export interface CollectedSpan {
  readonly name: string;
  readonly kind: string;
  readonly isFailed: boolean;
  readonly attributes: object;
  readonly events: readonly object[];
  /** The names of the spans that it belongs to, and links to; null without one. */
  readonly parent: string | null;
  readonly links: readonly string[];
}

/** Sets the global providers for one test. */
export function collectTelemetry() {
  const reader = new Reader();
  const exporter = new InMemorySpanExporter();
  const manager = createContextManager();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  context.setGlobalContextManager(manager);
  onTestFinished(() => {
    metrics.disable();
    trace.disable();
    context.disable();
  });

  /** The sum of each counter, the count of each histogram, the value of each gauge, by name and labels. */
  async function points(): Promise<Record<string, number>> {
    const { resourceMetrics } = await reader.collect();
    const all = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
    const named = all.flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes, value }) => {
        const labels = Object.entries(attributes).map(([key, label]) => `${key}=${label}`);
        return [[descriptor.name, ...labels].join(" "), typeof value === "number" ? value : value.count] as const;
      }),
    );
    return Object.fromEntries(named);
  }

  /** Everything that was exported, as text: for searches of what must not be in it. */
  async function everything(): Promise<string> {
    const { resourceMetrics } = await reader.collect();
    const spans = exporter
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => [name, attributes, events, status]);
    return JSON.stringify([resourceMetrics.scopeMetrics, spans]);
  }

  function spans(): CollectedSpan[] {
    const finished = exporter.getFinishedSpans();
    const nameOf = (id: string | undefined) => finished.find((span) => span.spanContext().spanId === id)?.name ?? null;
    return finished.map((span) => ({
      name: span.name,
      kind: SpanKind[span.kind],
      isFailed: span.status.code === SpanStatusCode.ERROR,
      attributes: span.attributes,
      events: span.events.map(({ attributes }) => attributes ?? {}),
      parent: nameOf(span.parentSpanContext?.spanId),
      links: span.links.map((link) => nameOf(link.context.spanId) ?? "unknown"),
    }));
  }

  return { meter: metrics.getMeter("test"), tracer: trace.getTracer("test"), points, spans, everything };
}

function createContextManager() {
  const storage = new AsyncLocalStorage<Context>();
  const manager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: <A extends unknown[], F extends (...args: A) => ReturnType<F>>(
      given: Context,
      work: F,
      self?: ThisParameterType<F>,
      ...args: A
    ) => storage.run(given, () => work.call(self as never, ...args)) as ReturnType<F>,
    bind: <T>(_: Context, target: T) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}
