import { useEffect } from 'react';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { labStore } from './labStore.ts';
import { watchLab } from './running.ts';

/** The drawer's load lab: what is sent and what goes wrong, what becomes of it over time, and why. */
export default function LoadTab() {
  const session = useSession();
  const run = useStore(labStore, (state) => state.run);
  const draft = useStore(labStore, (state) => state.draft);
  useEffect(() => watchLab(session), [session]);
  if (draft === '')
    return (
      <Calm
        title="Nothing sends to anything yet"
        detail="Open YAML or add a ServiceEntry or Service: then load can be sent to its endpoints."
      />
    );
  if (!run) return null;
  const well = run.report.answers.find(({ status }) => status === 200)?.share ?? 0;
  return <p>{(100 * well).toFixed(1)} % answered well</p>;
}
