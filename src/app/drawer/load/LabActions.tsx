import { Pause, Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { compareStore } from './compare/compareState.ts';
import { toggleComparison } from './compare/comparing.ts';
import { labStore } from './labStore.ts';
import { player } from './replay/onCanvas.ts';
import { runNow, stopRun } from './running.ts';
import styles from './Form.module.css';

/** A run that takes no longer than this (milliseconds) shows no sign of it: buttons that come and go with each key are in the way. */
const SOON = 300;

/** What can be done with the load that the form describes. It runs by itself after each change; so what is offered first is to look at it. */
export function LabActions() {
  const progress = useStore(labStore, (state) => state.progress);
  const working = useLasting(progress !== null);
  const stopped = useStore(labStore, (state) => state.stopped);
  const comparing = useStore(compareStore, (state) => state.open);
  return (
    <div className={styles.actions}>
      <FirstButton working={working} />
      <Button aria-pressed={comparing} onClick={toggleComparison}>
        Compare
      </Button>
      {working && (
        <progress
          className={styles.progress}
          aria-label="Running the load"
          value={progress ?? undefined}
          max={1}
        />
      )}
      {stopped && !working && <output className={styles.stopped}>Stopped</output>}
    </div>
  );
}

function FirstButton({ working }: { working: boolean }) {
  const session = useSession();
  const hasRun = useStore(
    labStore,
    ({ run, stopped, failed }) => run !== null && !stopped && failed === null,
  );
  const playing = useStore(player.store, (state) => state.playing);
  if (working)
    return (
      <Button className={styles.first} onClick={stopRun}>
        <Square size={12} aria-hidden /> Stop
      </Button>
    );
  if (!hasRun)
    return (
      <Button look="primary" className={styles.first} onClick={() => void runNow(session)}>
        <Play size={13} aria-hidden /> Run
      </Button>
    );
  return (
    <Button look="primary" className={styles.first} onClick={() => player.toggle()}>
      {playing ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
      {playing ? 'Pause' : 'Replay'}
    </Button>
  );
}

/** True once something has lasted for a while. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(now), now ? SOON : 0);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting && now;
}
