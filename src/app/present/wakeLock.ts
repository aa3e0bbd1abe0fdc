/** Keeps the screen from going dark while somebody speaks, where the browser can. Returns the way to end it. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let ended = false;
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    try {
      // Over plain http:// there is none.
      lock = (await (navigator as Partial<Navigator>).wakeLock?.request('screen')) ?? null;
      if (ended) await lock?.release();
    } catch {
      // A battery that is nearly empty says no: then the screen goes dark as it always does.
    }
  };
  void ask();
  // The browser takes it back whenever the page is hidden.
  const again = () => void ask();
  document.addEventListener('visibilitychange', again);
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release().catch(() => {});
  };
}
