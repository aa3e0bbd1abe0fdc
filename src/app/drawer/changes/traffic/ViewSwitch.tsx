import { Segmented } from '../../../controls/index.ts';
import { useStore } from '../../../useStore.ts';
import { compareStore, type CompareState } from './compareState.ts';

const VIEWS: readonly { readonly value: CompareState['view']; readonly title: string }[] = [
  { value: 'text', title: 'Text' },
  { value: 'traffic', title: 'Traffic' },
];

/** What of the changes is shown: their text, or what they do to traffic. */
export function ViewSwitch() {
  const view = useStore(compareStore, (state) => state.view);
  return (
    <Segmented
      label="Changes in"
      value={view}
      options={VIEWS}
      onChange={(next) => compareStore.set({ view: next })}
    />
  );
}
