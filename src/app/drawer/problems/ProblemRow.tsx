import { Ellipsis } from 'lucide-react';
import { effectOf, type Problem } from '../../../checks/index.ts';
import { Button, DropMenu, IconButton, KindGlyph, SeverityIcon, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import type { GroupedBy } from './entries.ts';
import { applyFix, explain } from './fixing.ts';
import { listStore, stand } from './listState.ts';
import { ProblemMenu } from './ProblemMenu.tsx';
import { effectWords, placeOf, severityWords } from './words.ts';
import styles from './ProblemRow.module.css';

interface ProblemRowProps {
  entry: { readonly key: string; readonly problem: Problem };
  by: GroupedBy;
  current: boolean;
  stop: Stop;
  onPress: () => void;
}

/** Longer titles of two fixes would leave no room for the problem. */
const SHORT = 26;

/** One problem: press it to go there, its code to read about it, a fix to mend it; the rest is in its menu. */
export function ProblemRow({ entry: { key, problem }, by, current, stop, onPress }: ProblemRowProps) {
  const session = useSession();
  const menuOpen = useStore(listStore, (state) => state.menu === key);
  const { severity, code, aliases, message, fixes, resource } = problem;
  const { word } = effectWords[effectOf(problem)];
  const buttons = fixes.slice(0, fixes.every(({ title }) => title.length <= SHORT) ? 2 : 1);
  const setMenu = (open: boolean) => listStore.set({ menu: open ? key : null });

  return (
    <div
      className={current ? `${styles.row} ${styles.current}` : styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(true);
      }}
    >
      <button
        type="button"
        {...stop}
        className={styles.main}
        aria-current={current ? 'true' : undefined}
        onClick={onPress}
      >
        <span className={`${styles.severity} ${styles[severity]}`} title={severityWords[severity]}>
          <SeverityIcon severity={severity} />
          {word}
        </span>
        <span className={styles.message}>{message}</span>
        {by !== 'resource' && resource && (
          <span className={styles.resource}>
            <KindGlyph kind={resource.kind} size={14} />
            {resource.name}
          </span>
        )}
        <code className={styles.place}>{by === 'file' ? `line ${problem.line}` : placeOf(problem)}</code>
      </button>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.code}
          tabIndex={stop.tabIndex}
          aria-label={`What ${code} means`}
          data-tip={
            aliases.length > 0 ? `What it means; also known as ${aliases.join(', ')}` : 'What it means'
          }
          onClick={() => {
            stand(session, key);
            explain(session, code);
          }}
        >
          {code}
        </button>
        {buttons.map((fix) => (
          <Button
            key={fix.title}
            size="small"
            className={styles.fix}
            tabIndex={stop.tabIndex}
            title={fix.title}
            onClick={() => applyFix(session, problem, fix)}
          >
            {fix.title}
          </Button>
        ))}
        <DropMenu
          label={`More for ${code}`}
          open={menuOpen}
          onOpenChange={setMenu}
          trigger={
            <IconButton
              label={fixes.length > buttons.length ? 'More fixes, and more' : 'More for this problem'}
              className={styles.more}
              tabIndex={stop.tabIndex}
            >
              <Ellipsis size={14} aria-hidden />
            </IconButton>
          }
        >
          <ProblemMenu problem={problem} />
        </DropMenu>
      </div>
    </div>
  );
}
