import type { TextFile } from '../text/index.ts';
import { parseDocument, splitDocuments, type ParsedDocument } from '../yaml/index.ts';
import type { Pipeline } from './pipeline.ts';
import type { ClockPort, ParserPort } from './ports.ts';

/** Up to this many characters are read at once: well under what a person notices. */
export const AT_ONCE = 150_000;
/** How long the page is kept from answering, at most, while documents are taken in (milliseconds). */
const SLICE = 12;

export interface ReadingOptions {
  readonly pipeline: Pipeline;
  readonly clock: ClockPort;
  readonly parser: ParserPort | undefined;
}

/** The documents of files that are not known yet, each text once. */
function unknownDocuments(files: readonly TextFile[], pipeline: Pipeline): readonly string[] {
  const texts = new Set<string>();
  for (const file of files)
    for (const { text } of splitDocuments(file.text)) if (!pipeline.knows(text)) texts.add(text);
  return [...texts];
}

const charactersOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

/** Whether files are so large that they must be read ahead. */
export const areLarge = (files: readonly TextFile[]) => charactersOf(files.map(({ text }) => text)) > AT_ONCE;

/**
 * Gets everything ready for an update to these files without holding up the page: reads what is not known, in the worker
 * where there is one, then links and draws it in steps. `onProgress` counts characters. Resolves early when aborted.
 */
export async function readAhead(
  files: readonly TextFile[],
  reading: ReadingOptions,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  reading.pipeline.aim(files);
  const texts = unknownDocuments(files, reading.pipeline);
  const total = charactersOf(texts);
  if (total > 0) onProgress(0, total);
  await readDocuments(texts, reading, signal, (done) => onProgress(done, total));
  let end = reading.clock.now() + SLICE;
  for (const _ of reading.pipeline.build(files)) {
    if (reading.clock.now() < end) continue;
    await pause(reading.clock);
    if (signal.aborted) return;
    end = reading.clock.now() + SLICE;
  }
}

/** If the worker cannot be used, reads here. */
async function readDocuments(
  texts: readonly string[],
  { pipeline, clock, parser }: ReadingOptions,
  signal: AbortSignal,
  onProgress: (characters: number) => void,
): Promise<void> {
  const intake = createIntake(pipeline, clock, signal, onProgress);
  let received = 0;
  if (parser && charactersOf(texts) > AT_ONCE) {
    try {
      await parser.parse(
        texts,
        (documents) => {
          received += documents.length;
          intake.add(documents);
        },
        signal,
      );
    } catch {
      // The worker could not start or broke down: what it has not read is read here.
    }
  }
  let end = clock.now() + SLICE;
  for (const text of texts.slice(received)) {
    if (signal.aborted) return;
    intake.add([parseDocument(text)]);
    if (clock.now() < end) continue;
    await intake.empty();
    await pause(clock);
    end = clock.now() + SLICE;
  }
  await intake.empty();
}

/** Takes documents into the pipeline for a few milliseconds at a time. */
function createIntake(
  pipeline: Pipeline,
  clock: ClockPort,
  signal: AbortSignal,
  onProgress: (characters: number) => void,
): { add(documents: readonly ParsedDocument[]): void; empty(): Promise<void> } {
  const queue: ParsedDocument[] = [];
  let characters = 0;
  let running: Promise<void> | null = null;
  const takeIn = async () => {
    while (queue.length > 0 && !signal.aborted) {
      const end = clock.now() + SLICE;
      do {
        const document = queue.shift();
        if (!document) break;
        pipeline.prepare([document]);
        characters += document.text.length;
      } while (clock.now() < end);
      onProgress(characters);
      if (queue.length > 0) await pause(clock);
    }
  };
  const start = () =>
    (running ??= takeIn().finally(() => {
      running = null;
    }));
  return {
    add(documents) {
      queue.push(...documents);
      void start();
    },
    async empty() {
      await running;
      while (queue.length > 0 && !signal.aborted) await start();
    },
  };
}

const pause = (clock: ClockPort) => new Promise<void>((resolve) => void clock.after(0, resolve));
