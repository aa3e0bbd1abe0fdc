import { useId, useState } from 'react';
import type { Field, ObjectField, Union } from '../../../istio/schema/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { X } from 'lucide-react';
import { Choices } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { Options } from '../controls/Options.tsx';
import { branchKey } from '../form/branches.ts';
import { useCell } from '../form/cell.ts';
import { useForm, useLocked } from '../form/context.ts';
import { child, pathKey, stepInto } from '../model/path.ts';
import { isSegmented } from '../model/shape.ts';
import { upperFirst } from '../model/words.ts';
import { useFieldView } from './renderer.ts';
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

/**
 * A choice between fields of which one may be set. Changing the choice brings back what stood in that branch before;
 * a branch that is only looked at is not written, and the old one stays until something is typed in the new one.
 */
export function UnionView({
  union,
  owner,
  value,
  path,
  keep,
  inner,
  fieldBase,
  sectionBase,
}: UnionViewProps) {
  const form = useForm();
  const FieldView = useFieldView();
  const locked = useLocked();
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const key = branchKey(path, union);
  const looking = useCell(form.branches, (branches) => branches.get(key));
  const opened = useCell(form.opened, (set) =>
    union.members.find((name) => set.has(pathKey(child(path, name)))),
  );
  const members = union.members.flatMap((name) => owner.fields.get(name) ?? []);
  const written = members.filter((member) => stepInto(value, member.name) !== undefined);
  const chosen = looking ?? written[0]?.name ?? opened;
  const drawn = members.filter(
    (member) => member.name === chosen || (looking === undefined && written.includes(member)),
  );
  const choices = members
    .filter((member) => member.deprecated === undefined || member.name === chosen)
    .map((member) => ({ value: member.name, title: member.title }));

  const look = (name: string | undefined) => {
    const branches = new Map(form.branches.get());
    if (name === undefined) branches.delete(key);
    else branches.set(key, name);
    form.branches.set(branches);
  };

  function choose(name: string) {
    if (name === chosen) return;
    const operations = swap(written, name);
    if (operations === null) {
      look(name);
      form.open(child(path, name));
      return;
    }
    look(undefined);
    setRefused(form.operate({ kind: 'all', operations, label: `Change ${union.name} to ${name}` }));
  }

  /** The operations that bring a branch back, or null when there is nothing to bring back. */
  function swap(leaving: readonly Field[], name: string): Operation[] | null {
    const resource = form.resource().id;
    for (const member of leaving) {
      form.kept.set(pathKey(child(path, member.name)), stepInto(value, member.name) as YamlValue);
    }
    const back = form.kept.get(pathKey(child(path, name)));
    const already = stepInto(value, name) !== undefined;
    if (back === undefined && !already) return null;
    const others = leaving.filter((member) => member.name !== name);
    return [
      ...others.map((member): Operation => ({
        kind: 'remove-field',
        resource,
        path: child(path, member.name),
      })),
      ...(already || back === undefined
        ? []
        : [{ kind: 'set-field', resource, path: child(path, name), value: back } satisfies Operation]),
    ];
  }

  function clear() {
    look(undefined);
    form.close(child(path, chosen ?? ''));
    const resource = form.resource().id;
    const [only, ...more] = written;
    if (only && more.length === 0) setRefused(form.remove(child(path, only.name), keep));
    else if (only) {
      const operations = written.map((member): Operation => ({
        kind: 'remove-field',
        resource,
        path: child(path, member.name),
      }));
      setRefused(form.operate({ kind: 'all', operations, label: `Remove ${union.name}` }));
    }
  }

  const title = upperFirst(union.name);
  // With all others outdated there is nothing to choose.
  const onlyOne =
    choices.length === 1 && drawn.length <= 1
      ? members.find((member) => member.name === choices[0]?.value)
      : undefined;
  const shown = onlyOne ? [onlyOne] : drawn;
  const names = { id, labelledBy: `${id}-label`, disabled: locked, value: chosen ?? null, onChoose: choose };
  return (
    <>
      {!onlyOne && (
        <div className={frame.field} data-path={pathKey(chosen === undefined ? path : child(path, chosen))}>
          <div className={frame.head} data-tools>
            <span id={`${id}-label`} className={frame.label}>
              {title}
            </span>
            <span className={frame.path} />
            {chosen !== undefined && !union.required && !locked && (
              <button
                type="button"
                className={frame.remove}
                aria-label={`Remove ${title}`}
                title="Remove"
                onClick={clear}
              >
                <X size={12} aria-hidden="true" />
              </button>
            )}
          </div>
          {isSegmented(choices.map((choice) => choice.title)) ? (
            <Choices choices={choices} {...names} />
          ) : (
            <Options options={choices} placeholder="Choose…" {...names} />
          )}
          <Message id={`${id}-message`} text={refused} />
        </div>
      )}
      {shown.map((member) => (
        <FieldView
          key={member.name}
          field={member}
          value={looking !== undefined && member.name !== looking ? undefined : stepInto(value, member.name)}
          path={child(path, member.name)}
          label={member.title}
          {...{ keep, inner, fieldBase, sectionBase }}
        />
      ))}
    </>
  );
}
