import { X } from 'lucide-react';
import { createElement, useId } from 'react';
import { knownIn, type ObjectField, type Union } from '../../../istio/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { Choices } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { Options } from '../controls/Options.tsx';
import { useLocked } from '../form/context.ts';
import { useTargetVersion } from '../form/useTargetVersion.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { isSegmented } from '../model/shape.ts';
import { upperFirst } from '../model/words.ts';
import { Head, Tool } from './Head.tsx';
import { useFieldView } from './renderer.ts';
import { useUnion } from './useUnion.ts';
import note from '../controls/note.module.css';
import frame from './frame.module.css';

interface UnionViewProps {
  readonly union: Union;
  readonly owner: ObjectField;
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly keep: Path;
  readonly inner: boolean;
  readonly fieldBase: Path;
  readonly sectionBase: Path;
}

/** A choice between fields of which one may be set, and the field that is chosen. */
export function UnionView({ union, owner, value, path, ...place }: UnionViewProps) {
  const view = useFieldView();
  const locked = useLocked();
  const version = useTargetVersion();
  const id = useId();
  const state = useUnion({ union, owner, path }, value, place.keep);
  const { chosen, members } = state;
  const choices = members
    .filter(
      (member) => member.name === chosen || (member.deprecated === undefined && knownIn(member, version)),
    )
    .map((member) => ({ value: member.name, title: member.title }));
  const title = upperFirst(union.name);
  const names = {
    id,
    labelledBy: `${id}-label`,
    disabled: locked,
    value: chosen ?? null,
    onChoose: state.choose,
  };
  // With all others outdated there is nothing to choose.
  const onlyOne =
    choices.length === 1 && state.drawn.length <= 1
      ? members.filter((member) => member.name === choices[0]?.value)
      : null;

  return (
    <>
      {!onlyOne && (
        <div className={frame.field} data-path={pathKey(chosen === undefined ? path : child(path, chosen))}>
          <Head
            tools={
              chosen !== undefined &&
              !union.required &&
              !locked && <Tool icon={X} label={`Remove ${title}`} title="Remove" onClick={state.clear} />
            }
          >
            <span id={`${id}-label`} className={frame.label}>
              {title}
            </span>
          </Head>
          {isSegmented(choices.map((choice) => choice.title)) ? (
            <Choices choices={choices} {...names} />
          ) : (
            <Options options={choices} placeholder="Choose…" {...names} />
          )}
          {state.undecided && (
            <p className={note.note}>What is written stays until you set something here.</p>
          )}
          <Message id={`${id}-message`} text={state.refused} />
        </div>
      )}
      {(onlyOne ?? state.drawn).map((member) =>
        createElement(view, {
          key: member.name,
          field: member,
          value: stepInto(value, member.name),
          path: child(path, member.name),
          label: member.title,
          ...place,
        }),
      )}
    </>
  );
}
