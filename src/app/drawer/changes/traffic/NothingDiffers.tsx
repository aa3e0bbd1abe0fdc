import { sayCompared } from '../../../../traffic/index.ts';
import { Button } from '../../../controls/index.ts';
import { useSession } from '../../../session.tsx';
import { useStore } from '../../../useStore.ts';
import { Calm } from '../../Calm.tsx';
import { compareStore, type Compared } from './compareState.ts';
import { compare } from './comparing.ts';
import { Notes } from './Notes.tsx';
import styles from './Traffic.module.css';

/** What stands where no request is listed, and why none is. */
export function NothingDiffers({ compared }: { compared: Compared | null }) {
  const session = useSession();
  const failed = useStore(compareStore, (state) => state.failed);
  const stopped = useStore(compareStore, (state) => state.stopped);
  const filter = useStore(compareStore, (state) => state.filter);
  if (failed !== null || (stopped && !compared)) {
    return (
      <div className={styles.nothing}>
        <Calm
          title={failed === null ? 'The comparison was stopped' : 'The comparison could not be made'}
          detail={failed ?? 'Nothing is known of what the changes do to requests.'}
        />
        <Button onClick={() => void compare(session)}>Compare</Button>
      </div>
    );
  }
  if (!compared)
    return (
      <Calm
        title="Comparing what becomes of requests …"
        detail="What is expected, what rules suggest, and what lies just beside the changed rules is sent through both states."
      />
    );
  return (
    <div className={styles.nothing}>
      {compared.differences.length > 0 ? (
        <Calm
          title={filter === 'breaks' ? 'Nothing breaks' : 'No expectation is touched'}
          detail={
            filter === 'breaks'
              ? 'No request fails that did not fail before. Others come to another end: see All.'
              : 'What is expected of requests comes to the same end. Others do not: see All.'
          }
          ok
        />
      ) : compared.resources === 0 ? (
        <Calm
          title="Requests go where they went"
          detail="No resource says anything else: only comments, formatting or the places of things changed."
          ok
        />
      ) : (
        <Calm
          title={compared.compared ? 'Every request comes to the same end' : 'No request to compare'}
          detail={sayCompared(compared)}
          ok={compared.compared > 0}
        />
      )}
      <Notes compared={compared} />
    </div>
  );
}
