import { useEffect } from 'react';
import { Segmented } from '../../controls/index.ts';
import { useWidth } from '../../shell/layout/width.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { compareStore } from './compare/compareState.ts';
import { ComparePart } from './compare/ComparePart.tsx';
import { rememberLast } from './compare/comparing.ts';
import { CurvesPart } from './CurvesPart.tsx';
import { Faults } from './Faults.tsx';
import { labStore } from './labStore.ts';
import { replayOnCanvas } from './replay/onCanvas.ts';
import { watchUnmet } from './unmet.ts';
import { ScenarioForm } from './ScenarioForm.tsx';
import { Why } from './Why.tsx';
import styles from './Lab.module.css';

/** The three parts side by side; where there is no room for them, curves and sentences take turns or stand in a column. */
export function Lab() {
  const width = useWidth();
  const front = useStore(labStore, (state) => state.front);
  const run = useStore(labStore, (state) => state.run);
  const comparing = useStore(compareStore, (state) => state.open);
  const session = useSession();
  useEffect(() => rememberLast(session), [session]);
  useEffect(() => replayOnCanvas(session), [session]);
  useEffect(() => watchUnmet(session), [session]);
  const one = width === 'medium';
  const Beside = comparing ? ComparePart : Why;
  const views = one && run && (
    <Segmented
      label="Show"
      value={front}
      options={[
        { value: 'curves', title: 'Curves' },
        { value: 'why', title: comparing ? 'Compare' : `Why ${run.report.causes.length || ''}`.trim() },
      ]}
      onChange={(next) => labStore.set({ front: next })}
    />
  );
  return (
    <div className={styles.lab} data-width={width}>
      <ScenarioForm />
      <div className={styles.results}>
        <Faults />
        {run ? (
          <div className={styles.parts}>
            {(!one || front === 'curves') && (
              <div className={styles.curves}>
                <CurvesPart run={run} {...(views && { views })} />
              </div>
            )}
            {(!one || front === 'why') && (
              <div className={styles.why}>
                <Beside run={run} {...(views && { views })} />
              </div>
            )}
          </div>
        ) : (
          <Waiting />
        )}
      </div>
    </div>
  );
}

/** Before there is any run. */
function Waiting() {
  const failed = useStore(labStore, (state) => state.failed);
  const wrong = useStore(labStore, ({ refused, faults }) => refused !== null || faults.length > 0);
  const stopped = useStore(labStore, (state) => state.stopped);
  if (wrong || failed !== null) return null;
  if (stopped) return <Calm title="Stopped" detail="Run begins it again." />;
  return <Calm title="The load is being sent …" detail="In simulated time: it takes a moment." />;
}
