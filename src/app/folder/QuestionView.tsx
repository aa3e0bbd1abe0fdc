import type { MergeChoice, MergePart } from '../../text/index.ts';
import { Segmented } from '../controls/index.ts';
import { isOpen, type Decision } from './decisions.ts';
import styles from './Folder.module.css';

interface QuestionViewProps {
  decision: Decision;
  folder: string;
  choices: readonly (MergeChoice | undefined)[];
  onChoose: (at: number, choice: MergeChoice) => void;
}

/** One file in question: what is different, both sides beside each other, and a choice for each difference. */
export function QuestionView({ decision, folder, choices, onChoose }: QuestionViewProps) {
  const { path, parts, mine, theirs } = decision;
  if (parts.length === 0) {
    return (
      <section className={styles.question} aria-label={path}>
        <h3 className={styles.heading}>{path}</h3>
        <p className={styles.why}>
          {theirs === null
            ? `It was deleted in ${folder}, and is still here. Kept, it is written there again when you save.`
            : `You have deleted it here, and it was changed in ${folder} since. Left deleted, it goes there too when you save.`}
        </p>
        <Segmented
          label={`What becomes of ${path}`}
          value={choices[0] ?? null}
          onChange={(choice: MergeChoice) => onChoose(0, choice)}
          options={[
            { value: 'mine', title: mine === null ? 'Leave it deleted' : 'Keep it here' },
            { value: 'theirs', title: theirs === null ? 'Delete it here too' : 'Take it back' },
          ]}
        />
      </section>
    );
  }
  let at = 0;
  return (
    <section className={styles.question} aria-label={path}>
      <h3 className={styles.heading}>{path}</h3>
      {parts.map((part, index) => {
        if (!isOpen(part, parts)) return null;
        const number = at++;
        return (
          <PartView
            key={index}
            part={part}
            before={contextOf(parts[index - 1])}
            line={lineOf(parts, index)}
            folder={folder}
            path={path}
            choice={choices[number]}
            onChoose={(choice) => onChoose(number, choice)}
          />
        );
      })}
    </section>
  );
}

interface PartViewProps {
  part: MergePart;
  before: string;
  line: number;
  folder: string;
  path: string;
  choice: MergeChoice | undefined;
  onChoose: (choice: MergeChoice) => void;
}

function PartView({ part, before, line, folder, path, choice, onChoose }: PartViewProps) {
  const side = (of: 'mine' | 'theirs', title: string) => (
    <div className={styles.side} data-taken={choice === of || choice === 'both'}>
      <div className={styles.sideTitle}>{title}</div>
      <pre>
        {before && <span className={styles.context}>{before}</span>}
        {part[of] === '' ? <em className={styles.context}>nothing</em> : part[of]}
      </pre>
    </div>
  );
  return (
    <div className={styles.part}>
      <div className={styles.sides}>
        {side('mine', 'Here')}
        {side('theirs', `In ${folder}`)}
      </div>
      <Segmented
        label={`What stands at line ${line} of ${path}`}
        value={choice ?? null}
        onChange={onChoose}
        options={[
          { value: 'mine', title: 'As here' },
          { value: 'theirs', title: `As in ${folder}` },
          { value: 'both', title: 'Both' },
        ]}
      />
    </div>
  );
}

const CONTEXT = 3;

/** The last lines before a difference, so that one sees where it is. */
function contextOf(part: MergePart | undefined): string {
  return part ? (part.mine.match(/[^\n]*\n/g) ?? []).slice(-CONTEXT).join('') : '';
}

/** The line here at which a stretch begins, from 1. */
function lineOf(parts: readonly MergePart[], index: number): number {
  return parts.slice(0, index).reduce((sum, { mine }) => sum + (mine.match(/\n/g) ?? []).length, 1);
}
