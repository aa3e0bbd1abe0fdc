import { useCommand } from '../commands/useCommand.ts';
import { Button } from '../controls/index.ts';
import { panes } from '../commands/panes.ts';
import { useSessionState } from '../session.tsx';
import styles from './EmptyState.module.css';

/** What stands on the paper while there is nothing to draw: what the canvas is for, and how to begin. */
export function EmptyState() {
  const partial = useSessionState((state) => state.analysis.topology.nodes.length > 0);
  return partial ? <NothingShown /> : <NothingThere />;
}

/** The mesh has something to draw, but nothing of it is asked for. */
function NothingShown() {
  const onlyProblems = useSessionState((state) => state.view.onlyProblems === true);
  const all = useCommand('canvas.show-all');
  return (
    <div className={styles.empty}>
      <h2>{onlyProblems ? 'Nothing shown has a problem' : 'Nothing of the mesh is shown'}</h2>
      <p>What is shown is narrowed down at the top of the canvas, and nothing is left.</p>
      <div className={styles.ways}>
        <Button look="primary" onClick={all.run} aria-keyshortcuts={all.ariaKeys}>
          Show all
        </Button>
      </div>
    </div>
  );
}

function NothingThere() {
  const others = useSessionState((state) => state.analysis.mesh.resources.length);
  const open = useCommand('file.open');
  const samples = useCommand('sample.list');
  const lessons = useCommand('lesson.list');
  return (
    <div className={styles.empty}>
      <div className={styles.picture} aria-hidden="true">
        <span />
        <i />
        <span />
        <i />
        <span />
      </div>
      <h2>{others === 0 ? 'Your mesh will be drawn here' : 'Nothing here can be drawn'}</h2>
      <p>
        {others === 0
          ? 'Open Istio YAML, drop files anywhere, or paste from kubectl. Nothing leaves this browser.'
          : 'These files hold no routes, hosts or gateways. Their resources are listed at the left; add one to begin.'}
      </p>
      <div className={styles.ways}>
        <Button look="primary" onClick={open.run} aria-keyshortcuts={open.ariaKeys}>
          Open files…
        </Button>
        <Button onClick={() => panes.shell?.openDialog('add-resource')}>Add a resource…</Button>
        <Button onClick={samples.run}>Start from a sample…</Button>
        <Button onClick={lessons.run}>Learn with a lesson…</Button>
      </div>
    </div>
  );
}
