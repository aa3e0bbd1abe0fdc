import type { Core } from './core.ts';
import type { ClockPort, StoragePort } from './ports.ts';
import { PREFERENCES } from './start-up.ts';
import type { Preferences } from './types.ts';

const DELAY = 300;

/** Preferences are kept apart from the workspace, and without a fuss: if they cannot be kept, nothing is lost. */
export interface PreferenceKeeper {
  prefer(preferences: Partial<Preferences>): void;
  /** Writes at once what is not yet written. */
  leave(): void;
}

export function createPreferenceKeeper(core: Core, storage: StoragePort, clock: ClockPort): PreferenceKeeper {
  let cancelTimer: (() => void) | null = null;
  const write = () => {
    cancelTimer = null;
    storage.set(PREFERENCES, core.store.get().preferences).catch(() => {});
  };
  return {
    prefer(preferences) {
      const before = core.store.get().preferences;
      const after = { ...before, ...preferences };
      core.store.set({ preferences: after });
      if (after.flow !== before.flow) core.refresh();
      cancelTimer?.();
      cancelTimer = clock.after(DELAY, write);
    },
    leave() {
      if (!cancelTimer) return;
      cancelTimer();
      write();
    },
  };
}
