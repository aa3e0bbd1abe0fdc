import type { Core } from './core.ts';
import type { PagePort } from './ports.ts';
import type { SaveState } from './types.ts';

/** What a person is told of saving. The mark in the header changes with each save; a failure is a notice, once. */
export function createSaveTeller(
  core: Pick<Core, 'store' | 'notify' | 'retract'>,
  page: Pick<PagePort, 'holdBack'> | undefined,
  pending: () => boolean,
): (save: SaveState) => void {
  let told = false;
  return (save) => {
    core.store.set({ save });
    if (save.kind === 'saving') return;
    // The browser asks before it throws away what is kept nowhere, and only then.
    page?.holdBack?.(save.kind === 'failed' && pending());
    if (save.kind === 'saved' && told) {
      told = false;
      core.retract('saving');
    }
    if (save.kind !== 'failed' || told) return;
    told = true;
    core.retract('saving');
    core.notify({
      tone: 'error',
      about: 'saving',
      title: 'Your work could not be saved',
      detail: `${save.message} Until then it is in this tab alone; saving is tried again by itself.`,
      action: { title: 'Try again', action: { type: 'save-now' } },
    });
  };
}
