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
export function unknownDocuments(files: readonly TextFile[], pipeline: Pipeline): readonly string[] {
  const texts = new Set<string>();
  for (const file of files)
    for (const { text } of splitDocuments(file.text)) if (!pipeline.knows(text)) texts.add(text);
  return [...texts];
}

export const charactersOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

/**
 * Reads documents into the pipeline without holding up the page: in the worker where there is one, and in slices.
 * `onProgress` counts characters. Resolves early when aborted. If the worker cannot be used, reads here.
 */
export async function readAhead(
  texts: readonly string[],
  { pipeline, clock, parser }: ReadingOptions,
  signal: AbortSignal,
  onProgress: (characters: number) => void,
): Promise<void> {
  const queue: ParsedDocument[] = [];
  let characters = 0;
  let received = 0;
  let over: Promise<void> | null = null;

  /** Takes in what has come for a few milliseconds, then lets the page answer. */
  const takeIn = async () => {
    while (queue.length > 0 && !signal.aborted) {
      const end = clock.now() + SLICE;
      while (queue.length > 0 && clock.now() < end) {
        const document = queue.shift()!;
        pipeline.prepare([document]);
        characters += document.text.length;
      }
      onProgress(characters);
      if (queue.length > 0) await pause(clock);
    }
  };
  const drain = () => (over ??= takeIn().finally(() => (over = null)));

  if (parser) {
    try {
      await parser.parse(
        texts,
        (documents) => {
          queue.push(...documents);
          received += documents.length;
          void drain();
        },
        signal,
      );
    } catch {
      // The worker could not start or broke down: what it has not read is read here.
    }
  }
  for (const text of texts.slice(received)) {
    if (signal.aborted) return;
    queue.push(parseDocument(text));
    if (queue.length > 20 || text.length > 10_000) await drain();
  }
  while (queue.length > 0 && !signal.aborted) await drain();
  await over;
}

const pause = (clock: ClockPort) => new Promise<void>((resolve) => void clock.after(0, resolve));
