import { useEffect, useRef, useState } from 'react';
import { COURSE, COURSE_TITLE } from '../../lessons/index.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { Button, Modal } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import { PlainHttpNote } from '../without-network/PlainHttpNote.tsx';
import { Confirm } from '../shell/dialogs/Confirm.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import { useStore } from '../useStore.ts';
import { beginLesson } from './begin.ts';
import { LessonRow } from './LessonRow.tsx';
import { loadOffered } from './packs/offered.ts';
import { OfferedPacks } from './packs/OfferedPacks.tsx';
import { OpenPack } from './packs/OpenPack.tsx';
import { PackSection } from './packs/PackSection.tsx';
import { lessonKey, loadPacks, removePack } from './packs/packs.ts';
import { packStore } from './packs/packStore.ts';
import styles from './LessonsDialog.module.css';

/** Milliseconds for which the list waits for what else there is. */
const PATIENCE = 300;

/** The lessons of the course and of the packs that were opened, and how far one has come in each. */
export function LessonsDialog({ target, onClose }: DialogProps) {
  const session = useSession();
  const kept = useSessionState((state) => state.lessons);
  const packs = useStore(packStore, (state) => state.packs) ?? [];
  const [looked, setLooked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  useEffect(() => {
    // All at once, so that nothing moves under the hand; but not for a browser or a network that does not answer.
    const timer = setTimeout(() => setLooked(true), PATIENCE);
    void Promise.all([loadPacks(), loadOffered()]).then(() => setLooked(true));
    return () => {
      clearTimeout(timer);
      packStore.set({ told: null });
    };
  }, []);
  const begin = (id: string) => {
    onClose();
    beginLesson(session, id).catch(tellFailure(session, 'The lesson could not be opened'));
  };
  const progressOf = (id: string) => kept.find(({ lesson }) => lesson === id)?.progress ?? null;
  if (!looked) return null;
  const asked = packs.find(({ id }) => id === removing);
  if (asked)
    return (
      <Confirm
        title={`Remove “${asked.title}”?`}
        description="Its lessons go from this list. How far you have come in them, and the workspaces in which you learned, are kept: open the pack again to go on."
        submit="Remove the pack"
        danger
        onSubmit={() =>
          void removePack(asked.id).catch(tellFailure(session, 'The pack could not be removed'))
        }
        onClose={() => setRemoving(null)}
      />
    );
  return (
    <Modal
      title="Lessons"
      description="Each lesson opens in a workspace of its own; what is here now stays among your workspaces."
      wide="full"
      initialFocus={first}
      onClose={onClose}
      actions={
        <>
          <OpenPack onClose={onClose} />
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <PlainHttpNote />
      {packs.map((pack, index) => (
        <PackSection
          key={pack.id}
          pack={pack}
          inView={pack.id === target}
          firstRef={(target === undefined ? index === 0 : pack.id === target) ? first : undefined}
          progressOf={(id) => progressOf(lessonKey(pack.id, id))}
          onBegin={(id) => begin(lessonKey(pack.id, id))}
          onRemove={() => setRemoving(pack.id)}
        />
      ))}
      <OfferedPacks />
      <section className={styles.section}>
        <h3 className={styles.heading}>{COURSE_TITLE}</h3>
        <ol className={styles.list} aria-label="Lessons">
          {COURSE.map((lesson, index) => (
            <LessonRow
              key={lesson.id}
              lesson={lesson}
              number={index + 1}
              progress={progressOf(lesson.id)}
              ref={index === 0 && packs.length === 0 ? first : undefined}
              onBegin={() => begin(lesson.id)}
            />
          ))}
        </ol>
      </section>
    </Modal>
  );
}
