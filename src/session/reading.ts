import type { TextFile } from '../text/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import type { Pipeline } from './pipeline.ts';
import type { ClockPort, ParserPort } from './ports.ts';
import { pause, SLICE } from './slices.ts';

/** Up to this many characters are read at once: well under what a person notices. */
export const AT_ONCE = 150_000;

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
 * where there is one, and meanwhile links and draws in steps what has been read. `onProgress` counts characters. Resolves
 * early when aborted.
 */
export async function readAhead(
  files: readonly TextFile[],
  reading: ReadingOptions,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { pipeline, clock } = reading;
  const texts = unknownDocuments(files, pipeline);
  const total = charactersOf(texts);
  if (total > 0) onProgress(0, total);
  let allRead = false;
  const bell = createBell();
  const read = readDocuments(texts, reading, signal, (done) => {
    onProgress(done, total);
    bell.ring();
  }).finally(() => {
    allRead = true;
    bell.ring();
  });
  const build = async () => {
    let end = clock.now() + SLICE;
    for (const step of pipeline.build(files, () => allRead)) {
      if (step === 'waiting') await bell.next();
      else if (clock.now() < end) continue;
      else await pause(clock);
      if (signal.aborted) return;
      end = clock.now() + SLICE;
    }
  };
  await Promise.all([read, build()]);
}

/** If the worker cannot be used, reads here. */
async function readDocuments(
  texts: readonly string[],
  { pipeline, clock, parser }: ReadingOptions,
  signal: AbortSignal,
  onProgress: (characters: number) => void,
): Promise<void> {
  let received = 0;
  let characters = 0;
  if (parser && charactersOf(texts) > AT_ONCE) {
    try {
      await parser.parse(
        texts,
        (documents) => {
          received += documents.length;
          characters += charactersOf(documents.map(({ text }) => text));
          pipeline.prepare(documents);
          onProgress(characters);
        },
        signal,
      );
    } catch {
      // The worker could not start or broke down: what it has not read is read here.
    }
  }
  let end = clock.now() + SLICE;
  for (const [index, text] of texts.entries()) {
    if (index < received) continue;
    if (signal.aborted) return;
    pipeline.prepare([parseDocument(text)]);
    characters += text.length;
    if (clock.now() < end && index < texts.length - 1) continue;
    onProgress(characters);
    await pause(clock);
    end = clock.now() + SLICE;
  }
}

/** Lets one who waits know that something has come. */
function createBell(): { ring(): void; next(): Promise<void> } {
  let wake = () => {};
  return {
    ring: () => wake(),
    next: () => new Promise((resolve) => (wake = resolve)),
  };
}
