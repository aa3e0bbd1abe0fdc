const KEY = 'meshwright.recent-commands';
const KEPT = 6;

/** The ids of the commands last run from the palette, newest first. */
export function recentCommands(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    // Storage is switched off, or holds what someone else wrote: then nothing is recent.
    return [];
  }
}

/** Puts a command before all others that were run lately. */
export function rememberCommand(id: string): void {
  const recent = [id, ...recentCommands().filter((other) => other !== id)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // Not worth a word: the palette works without.
  }
}
