/** Runs work while no other tab of this page writes to folders, where the browser can see to that. */
export function aloneAmongTabs<T>(work: () => Promise<T>): Promise<T> {
  // Absent over plain http, where no folder can be opened either.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work();
  return locks.request('meshwright-folder', work);
}

/** Calls back when the person comes back to the page, and may have worked on the files elsewhere; returns the way to stop. */
export function onReturn(listener: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') listener();
  };
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
