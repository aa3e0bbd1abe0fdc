/** So long the page is held up at once (milliseconds), where it has to answer by itself. */
const SLICE = 16;

/** Works on an answer on the page, in slices; null once nobody waits for it. */
export async function workHere<Progress, Answer>(
  work: Generator<Progress, Answer>,
  isWanted: () => boolean,
  onProgress?: (progress: Progress) => void,
): Promise<Answer | null> {
  let end = performance.now() + SLICE;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    if (value) onProgress?.(value);
    await new Promise((resolve) => void setTimeout(resolve, 0));
    if (!isWanted()) return null;
    end = performance.now() + SLICE;
  }
}
