import type { ViewOptions } from '../topology/index.ts';
import type { Core } from './core.ts';
import type { PreferenceKeeper } from './preference-keeper.ts';
import type { Look } from './types.ts';

/** Draws another part of the mesh. What a person only looks for in passing is no choice of theirs to be kept. */
export function changeView(core: Core, change: Partial<ViewOptions>): boolean {
  const { view, look } = core.store.get();
  const inPassing = Object.keys(change).every((key) => key === 'query');
  core.store.set({
    view: { ...view, ...change },
    look: inPassing || look.ownView ? look : { ...look, ownView: true },
  });
  core.refresh();
  return true;
}

/** Looks at the picture in another way. The direction that was chosen last is that of workspaces yet to come. */
export function changeLook(
  core: Core,
  preferences: Pick<PreferenceKeeper, 'prefer'>,
  change: Partial<Omit<Look, 'ownView'>>,
): boolean {
  core.store.set({ look: { ...core.store.get().look, ...change } });
  if (change.flow) preferences.prefer({ flow: change.flow });
  if (change.flow !== undefined) core.refresh();
  return true;
}
