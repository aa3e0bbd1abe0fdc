import type { Answer, Question } from '../../operations/index.ts';
import { Choice, LabelledField, TextField } from '../controls/index.ts';
import { SuggestField } from '../controls/SuggestField.tsx';
import field from '../controls/TextField.module.css';
import { OptionList } from './OptionList.tsx';
import styles from './RefactorDialog.module.css';

interface QuestionFieldProps {
  question: Question;
  onAnswer: (answer: Answer) => void;
  onEnter: () => void;
}

/** So many options stand below one another; of more, one is chosen from a list. */
const FEW = 4;

/** A question of a refactoring as a small field. */
export function QuestionField({ question, onAnswer, onEnter }: QuestionFieldProps) {
  if (question.kind === 'tick') {
    return (
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={question.value === 'yes'}
          onChange={(event) => onAnswer(event.target.checked ? 'yes' : '')}
        />
        <span>
          {question.title}
          {question.hint && <small>{question.hint}</small>}
        </span>
      </label>
    );
  }
  const isList =
    question.kind === 'some' ||
    (question.kind === 'choice' &&
      (question.options.length <= FEW || question.options.some(({ words }) => words)));
  if (isList) return <OptionList question={question} onAnswer={onAnswer} />;
  return (
    <LabelledField label={question.title} hint={question.hint} error={question.objection ?? null}>
      {(words) => {
        if (question.kind === 'choice')
          return <Choice {...words} value={question.value} options={question.options} onChange={onAnswer} />;
        if (question.kind === 'number')
          return (
            <TextField
              {...words}
              type="number"
              min={question.least}
              max={question.most}
              value={question.value}
              onChange={(event) => onAnswer(event.target.value)}
            />
          );
        const { suggestions = [] } = question;
        return suggestions.length > 0 ? (
          <SuggestField
            {...words}
            className={field.field}
            withOpener
            data-own-undo
            value={question.value}
            suggestions={() => suggestions}
            onType={onAnswer}
            onEnter={onEnter}
          />
        ) : (
          <TextField {...words} value={question.value} onChange={(event) => onAnswer(event.target.value)} />
        );
      }}
    </LabelledField>
  );
}
