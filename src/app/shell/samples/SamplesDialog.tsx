import { SAMPLE_SENTENCES, SAMPLES } from '../../../session/index.ts';
import { commandOf } from '../../commands/registry.ts';
import { runCommand } from '../../commands/run.ts';
import { Button, Modal } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import type { DialogProps } from '../dialogs/types.ts';
import styles from './SamplesDialog.module.css';

/** Ready-made workspaces to learn from. */
export function SamplesDialog({ onClose }: DialogProps) {
  const session = useSession();
  return (
    <Modal
      title="Samples"
      description="Each opens as a workspace of its own, to be read and changed. What is here now stays among your workspaces."
      wide="full"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <ul className={styles.list} aria-label="Samples">
        {SAMPLES.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.sample}
              onClick={() => {
                onClose();
                void runCommand(commandOf(`sample.open-${id}`), session);
              }}
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.sentence}>{SAMPLE_SENTENCES[id]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
