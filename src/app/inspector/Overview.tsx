import { useSessionState } from '../session.tsx';
import { Button, KindGlyph } from '../controls/index.ts';
import { panes } from '../commands/panes.ts';
import { lookOf } from '../../topology/index.ts';
import type { Mesh } from '../../istio/index.ts';
import styles from './Inspector.module.css';

/** What stands here while nothing is selected: what there is, and what to do. */
export function Overview() {
  const mesh = useSessionState((state) => state.analysis.mesh);
  const counts = countKinds(mesh);
  return (
    <div className={styles.calm}>
      {counts.length === 0 ? (
        <p>There is no resource yet. Add one, or open your own YAML.</p>
      ) : (
        <>
          <p>Select a resource on the canvas, in the list or in the YAML to see its form here.</p>
          <ul className={styles.counts} aria-label="Resources">
            {counts.map(([kind, count]) => (
              <li key={kind}>
                <KindGlyph kind={kind} />
                <strong>{count}</strong> {lookOf(kind).words}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={() => panes.shell?.openDialog('add-resource')}>Add a resource…</Button>
        <Button onClick={() => panes.shell?.openDialog('open-files')}>Open files…</Button>
      </div>
    </div>
  );
}

/** How many there are of each kind, most first. */
function countKinds(mesh: Mesh): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { kind, patch } of mesh.resources) if (!patch) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
