// Controls what only the demo has: the server's behaviour, sample files, and a reset.
import { useEffect, useId, useState } from "react";
import { isScenarioName, scenarios } from "../../mock-server/demo/scenarios.ts";
import { chooseInCard, startDrag, translateDrags } from "../samples/hand-over.ts";
import { type Sample, toFile } from "../samples/sample.ts";
import { samples } from "../samples/samples.ts";
import type { DemoServer, ServerView } from "../server/demo-server.ts";
import { Icon } from "./Icon.tsx";
import { rememberInAddress } from "./router.tsx";

interface DemoPanelProps {
  /** Null with a real server, whose behaviour can't be chosen here. */
  server: DemoServer | null;
  view: ServerView | null;
  /** True if the card, which takes sample files, is on this page. */
  hasCard: boolean;
  onSampleUsed: () => void;
}

/** The demo's controls. */
export function DemoPanel({ server, view, hasCard, onSampleUsed }: DemoPanelProps) {
  return (
    <section className="demo-panel" aria-labelledby="demo-title">
      <h2 id="demo-title">Demo</h2>
      {server && view && <ServerChoice server={server} view={view} />}
      {hasCard && <SampleFiles onSampleUsed={onSampleUsed} />}
    </section>
  );
}

function ServerChoice({ server, view }: { server: DemoServer; view: ServerView }) {
  const id = useId();
  const [said, setSaid] = useState("");
  async function choose(name: string): Promise<void> {
    if (!isScenarioName(name)) return;
    rememberInAddress("server", name);
    await server.chooseScenario(name);
  }
  async function reset(): Promise<void> {
    await server.reset();
    setSaid("Everything is as at the beginning.");
  }
  return (
    <div className="server-choice">
      <label htmlFor={id}>Server answers</label>
      <select
        id={id}
        value={view.scenario}
        aria-describedby={`${id}-hint`}
        onChange={(event) => choose(event.target.value)}
      >
        {Object.keys(scenarios).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <p id={`${id}-hint`}>{scenarios[view.scenario].description}</p>
      <button type="button" className="quiet" onClick={reset} onBlur={() => setSaid("")}>
        <Icon name="reset" />
        Reset demo data
      </button>
      <p role="status">{said}</p>
      {!server.isStored && (
        <p>
          The demo is open in another tab. What you import in this tab is not stored, and the other tab does not see it.
        </p>
      )}
    </div>
  );
}

function SampleFiles({ onSampleUsed }: { onSampleUsed: () => void }) {
  const [said, setSaid] = useState("");
  useEffect(() => translateDrags(samples), []);
  function use(sample: Sample): void {
    onSampleUsed();
    setSaid(chooseInCard(sample) ? "" : "The card takes no file now: choose “Import another file”, or wait.");
  }
  return (
    <div className="sample-files">
      <h3>Sample files</h3>
      <p>Drag one onto the card, or click it.</p>
      <ul>
        {samples.map((sample) => (
          <li key={sample.fileName}>
            <button
              type="button"
              className="sample"
              draggable
              onDragStart={(event) => startDrag(sample, event.dataTransfer)}
              onClick={() => use(sample)}
            >
              <Icon name="grip" />
              <span>
                <b>{sample.fileName}</b>
                <small>{sample.shows}</small>
              </span>
            </button>
            <button type="button" className="save" title={`Save ${sample.fileName}`} onClick={() => save(sample)}>
              <Icon name="download" />
              <span className="unseen">Save {sample.fileName}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </div>
  );
}

// The large sample is created on demand, so it has no address to link to.
function save(sample: Sample): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(toFile(sample));
  link.download = sample.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
