type Hear = (event: MessageEvent) => void;

/**
 * A worker whose program comes in the chunks that it shares with the page. What is said to it before they have arrived is kept
 * and heard then. Where they cannot be had, the worker fails as one that could not be started.
 */
export function hearWith(load: () => Promise<{ readonly hear: Hear }>): void {
  const early: MessageEvent[] = [];
  const keep: Hear = (event) => void early.push(event);
  self.addEventListener('message', keep);
  load().then(
    ({ hear }) => {
      self.removeEventListener('message', keep);
      self.addEventListener('message', hear);
      early.forEach(hear);
    },
    // Thrown outside of the promise, so that the page is told.
    (error: unknown) =>
      void setTimeout(() => {
        throw error;
      }),
  );
}
