import { useId } from 'react';
import type { Answer, Question } from '../../operations/index.ts';
import styles from './RefactorDialog.module.css';

interface OptionListProps {
  question: Extract<Question, { kind: 'choice' | 'some' }>;
  onAnswer: (answer: Answer) => void;
}

/** One or some of a few options, each with what it means. */
export function OptionList({ question, onAnswer }: OptionListProps) {
  const id = useId();
  const { title, hint, objection, options } = question;
  const isTicked = (value: string) =>
    question.kind === 'some' ? question.value.includes(value) : question.value === value;
  const choose = (value: string) => {
    if (question.kind === 'choice') onAnswer(value);
    else if (isTicked(value)) onAnswer(question.value.filter((other) => other !== value));
    else onAnswer([...question.value, value]);
  };
  const words = objection ?? hint;
  return (
    <fieldset className={styles.options} aria-describedby={words ? `${id}-words` : undefined}>
      <legend>{title}</legend>
      <div className={styles.optionRows}>
        {options.map((option) => (
          <label key={option.value} className={styles.tick}>
            <input
              type={question.kind === 'some' ? 'checkbox' : 'radio'}
              name={id}
              checked={isTicked(option.value)}
              onChange={() => choose(option.value)}
            />
            <span>
              {option.title}
              {option.words && <small>{option.words}</small>}
            </span>
          </label>
        ))}
      </div>
      {words && (
        <p id={`${id}-words`} className={objection === undefined ? styles.note : styles.refused}>
          {words}
        </p>
      )}
    </fieldset>
  );
}
