import { useState } from 'react';
import type { MergeChoice } from '../../text/index.ts';
import { Button, Modal } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';
import type { DialogProps } from '../shell/dialogs/types.ts';
import { choiceKeys, decisionOf, outcomeOf, type Decision } from './decisions.ts';
import styles from './Folder.module.css';
import { keeperOf } from './keepers.ts';
import { QuestionView } from './QuestionView.tsx';

type Choices = Readonly<Partial<Record<string, MergeChoice>>>;

/** What only the person can decide between the folder and what is here, file by file, both sides beside each other. */
export function QuestionsDialog({ onClose }: Pick<DialogProps, 'onClose'>) {
  const session = useSession();
  const folder = useSessionState((state) => state.folder);
  const [choices, setChoices] = useState<Choices>({});
  const questions = folder?.questions ?? [];
  const name = folder?.name ?? 'the folder';
  const texts = new Map(session.getState().workspace.files.map(({ path, text }) => [path, text]));
  const decisions = questions.map((question) => decisionOf(question, texts.get(question.path) ?? null));
  const choicesOf = (decision: Decision) => choiceKeys(decision).map((key) => choices[key]);
  const decided = decisions.filter((decision) => outcomeOf(decision, choicesOf(decision)) !== undefined);

  const choose = (decision: Decision, at: number, choice: MergeChoice) =>
    setChoices((before) => ({ ...before, [choiceKeys(decision)[at] ?? '']: choice }));
  const chooseAll = (choice: MergeChoice) =>
    setChoices(Object.fromEntries(decisions.flatMap(choiceKeys).map((key) => [key, choice])));

  const apply = () => {
    const answers = decided.map(
      (decision) => [decision.path, outcomeOf(decision, choicesOf(decision)) ?? null] as const,
    );
    keeperOf(session).answer(new Map(answers));
    onClose();
  };

  if (decisions.length === 0) {
    return (
      <Modal
        title="Nothing to decide"
        description={`What is here and in ${name} agrees.`}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal
      title={
        decisions.length === 1 ? 'A file needs your decision' : `${decisions.length} files need your decision`
      }
      description={`They are different here and in ${name}, and only you know which is meant. Nothing is written to the folder before you save.`}
      onClose={onClose}
      wide="full"
      actions={
        <>
          {decisions.length > 1 && (
            <span className={styles.all}>
              <Button size="small" onClick={() => chooseAll('mine')}>
                All as here
              </Button>
              <Button size="small" onClick={() => chooseAll('theirs')}>
                All as in {name}
              </Button>
            </span>
          )}
          <Button onClick={onClose}>Decide later</Button>
          <Button look="primary" disabled={decided.length === 0} onClick={apply}>
            {decided.length < decisions.length && decided.length > 0
              ? `Apply ${decided.length} of ${decisions.length}`
              : 'Apply'}
          </Button>
        </>
      }
    >
      <div className={styles.questions}>
        {decisions.map((decision) => (
          <QuestionView
            key={decision.path}
            decision={decision}
            folder={name}
            choices={choicesOf(decision)}
            onChoose={(at, choice) => choose(decision, at, choice)}
          />
        ))}
      </div>
    </Modal>
  );
}
