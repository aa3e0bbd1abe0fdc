import { Button } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { CopyText } from './CopyText.tsx';
import { commitStore } from './readyState.ts';
import styles from './CommitDialog.module.css';

/** As `git log --oneline` and the sites that show repositories cut it. */
const LONGEST = 72;

/** The suggested message, to be changed and copied. What was written stays until it is given up. */
export function MessagePart({ suggested }: { suggested: string }) {
  const own = useStore(commitStore, (state) => state.own);
  const text = own?.text ?? suggested;
  const subject = text.split('\n', 1)[0] ?? '';
  const over = subject.length > LONGEST;
  return (
    <div className={styles.part}>
      <CopyText
        label="Message"
        text={text}
        copy="Copy the message"
        rows={14}
        aside={
          <span className={over ? styles.over : styles.told}>
            subject: {subject.length} of {LONGEST} characters
          </span>
        }
        hint={
          own && own.from !== suggested
            ? 'The files have changed since this message was suggested.'
            : 'Suggested from what changed. Nothing is committed here: take it to git commit.'
        }
        onChange={(next) =>
          commitStore.set({ own: next === suggested ? null : { text: next, from: suggested } })
        }
      >
        {own && <Button onClick={() => commitStore.set({ own: null })}>Suggest again</Button>}
      </CopyText>
    </div>
  );
}
