import { useEffect } from 'react';
import { Modal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { Lab } from './Lab.tsx';
import { labStore } from './labStore.ts';
import { watchLab } from './running.ts';

/** The drawer's load lab: what is sent and what goes wrong, what becomes of it over time, and why. */
export default function LoadTab() {
  const session = useSession();
  const nothing = useStore(labStore, ({ draft, kept }) => draft === '' && kept === null);
  const hasResources = useSessionState((state) => state.analysis.mesh.resources.length > 0);
  const fullScreen = useStore(labStore, (state) => state.fullScreen);
  useEffect(() => watchLab(session), [session]);
  if (nothing)
    return (
      <Calm
        title="Nothing sends to anything yet"
        detail={
          hasResources
            ? 'No request of these files comes to an endpoint. Add a ServiceEntry for a host outside, or a Service, and a load can be sent there.'
            : 'Open YAML or add a resource: then a load can be sent to its endpoints, and you see what becomes of it.'
        }
      />
    );
  if (fullScreen)
    return (
      <>
        <Calm title="The load lab is on the full screen" detail="Escape brings it back here." />
        <Modal title="Load lab" wide="screen" onClose={() => labStore.set({ fullScreen: false })}>
          <Lab />
        </Modal>
      </>
    );
  return <Lab />;
}
