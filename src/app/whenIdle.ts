/**
 * Calls back once the page has drawn and has nothing else to do, 600 ms from now at the latest; returns the way to stop.
 * Safari has no idle callback: there a short wait after the first frame stands for it.
 */
export function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(callback, { timeout: 600 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(callback, 120);
  return () => clearTimeout(handle);
}
