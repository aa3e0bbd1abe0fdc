import { problemsAbout } from '../../../checks/index.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';

/** A menu that is longer than this says nothing any more; the list of problems has the rest. */
const MOST = 4;

/** What mends the problems of the selected resource, and the way to all of them. */
export function FixItems() {
  const session = useSession();
  const selected = useSessionState((state) => state.selection?.resource);
  const problems = useSessionState((state) => state.analysis.problems);
  const mine = selected === undefined ? [] : problemsAbout(problems, selected);
  if (mine.length === 0) return null;
  const fixes = mine.flatMap((problem) => problem.fixes.slice(0, 1));
  return (
    <>
      {fixes.slice(0, MOST).map(({ title, operation }, index) => (
        <MenuItem
          // Two problems of one resource may have fixes of one title; their order is stable while the menu is open.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${title} ${index}`}
          title={`Fix: ${title}`}
          onClick={() => session.dispatch({ type: 'operate', operation, origin: 'canvas' })}
        />
      ))}
      <CommandMenuItem
        id="drawer.problems-of-selected"
        title={mine.length === 1 ? 'Show its problem' : `Show its ${mine.length} problems`}
      />
      <MenuLine />
    </>
  );
}
