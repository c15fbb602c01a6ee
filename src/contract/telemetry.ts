// Declares the functions of OpenTelemetry's meter, tracer and spans that are called, so that its packages need not be installed.

/** The labels of a measurement, or the attributes of a span. */
export type TelemetryAttributes = Readonly<Record<string, string | number | boolean>>;

/** How an instrument is described. */
export interface InstrumentSettings {
  readonly description?: string;
  /** `s` for seconds, `{user}` for a count of users. */
  readonly unit?: string;
  readonly advice?: { explicitBucketBoundaries?: number[] };
}

/** The functions of a meter in use: `metrics.getMeter("...")` of `@opentelemetry/api` is one. */
export interface MeterPort {
  createCounter(
    name: string,
    settings?: InstrumentSettings,
  ): { add(value: number, attributes?: TelemetryAttributes): void };
  createHistogram(
    name: string,
    settings?: InstrumentSettings,
  ): { record(value: number, attributes?: TelemetryAttributes): void };
  createObservableGauge(
    name: string,
    settings?: InstrumentSettings,
  ): {
    addCallback(
      callback: (result: { observe(value: number, attributes?: TelemetryAttributes): void }) => void | Promise<void>,
    ): void;
  };
}

/** What identifies a span to others that link to it. */
export interface SpanContextPort {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

/** The functions of a span in use. */
export interface SpanPort {
  spanContext(): SpanContextPort;
  setAttributes(attributes: TelemetryAttributes): unknown;
  addEvent(name: string, attributes: TelemetryAttributes, time: number): unknown;
  setStatus(status: { code: number }): unknown;
  end(time?: number): void;
}

/** How a span begins. */
export interface SpanSettings {
  /** The number of its `SpanKind`. */
  readonly kind?: number;
  readonly attributes?: TelemetryAttributes;
  readonly startTime?: number;
  readonly links?: { context: SpanContextPort }[];
}

/** The functions of a tracer in use: `trace.getTracer("...")` of `@opentelemetry/api` is one. */
export interface TracerPort {
  startSpan(name: string, settings?: SpanSettings): SpanPort;
  /** Spans that begin in the work become children of this one. */
  startActiveSpan<Result>(name: string, settings: SpanSettings, work: (span: SpanPort) => Result): Result;
}

/** Where measurements go; what is left out is not measured. */
export interface TelemetryPorts {
  readonly meter?: MeterPort | undefined;
  readonly tracer?: TracerPort | undefined;
}

/** The numbers of `SpanKind.SERVER`, `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
export const spanKinds = { server: 1, client: 2 } as const;
export const failedSpan = { code: 2 } as const;

/** A histogram of seconds, with the bounds that the semantic conventions advise for requests; longer ones for imports. */
export function describeSeconds(description: string): InstrumentSettings {
  const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60];
  return { description, unit: "s", advice: { explicitBucketBoundaries: bounds } };
}
