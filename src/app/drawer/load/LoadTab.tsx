import { useEffect } from 'react';
import { Button, Modal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { isObjection, requestOf } from '../send/draft.ts';
import { sendStore } from '../send/sendState.ts';
import { Lab } from './Lab.tsx';
import { labStore } from './labStore.ts';
import { watchLab } from './running.ts';
import { draftAnew } from './scenario.ts';
import styles from './Lab.module.css';

const NOTHING = 'Nothing sends to anything yet';
const OPEN_SOMETHING =
  'Open YAML or add a resource: then a load can be sent to its endpoints, and you see what becomes of it.';

/** The drawer's load lab: what is sent and what goes wrong, what becomes of it over time, and why. */
export default function LoadTab() {
  const session = useSession();
  const nothing = useStore(labStore, ({ draft, kept }) => draft === '' && kept === null);
  const hasResources = useSessionState((state) => state.analysis.mesh.resources.length > 0);
  const fullScreen = useStore(labStore, (state) => state.fullScreen);
  useEffect(() => watchLab(session), [session]);
  if (nothing) return hasResources ? <NoEndpoint /> : <Calm title={NOTHING} detail={OPEN_SOMETHING} />;
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

/** There are resources, and none of the requests that they suggest comes to an endpoint. */
function NoEndpoint() {
  const session = useSession();
  const made = requestOf(useStore(sendStore, (state) => state.draft));
  return (
    <>
      <Calm
        title="No endpoint to send a load to"
        detail="No request that these files suggest comes to endpoints that a load could be sent to. “Send a request” shows where each of them ends, and why."
      />
      <div className={styles.instead}>
        <Button onClick={() => session.dispatch({ type: 'prefer', preferences: { drawerTab: 'send' } })}>
          Send a request
        </Button>
        {!isObjection(made) && (
          <Button onClick={() => void draftAnew(session, made)}>Try it with its request</Button>
        )}
      </div>
    </>
  );
}
