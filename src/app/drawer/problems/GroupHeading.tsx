import { ChevronRight, CircleQuestionMark } from 'lucide-react';
import { codeInfo, isCode } from '../../../checks/index.ts';
import { Button, IconButton, KindGlyph, SeverityIcon, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import type { Group } from './entries.ts';
import { explain, fixAll } from './fixing.ts';
import { howMany } from './howMany.ts';
import { fold } from './listState.ts';
import { severityWords } from './words.ts';
import styles from './GroupHeading.module.css';

/** What a group of problems has in common; press it to fold the group or open it. */
export function GroupHeading({ id, group, stop }: { id: string; group: Group; stop: Stop }) {
  const session = useSession();
  const { by, resource, file, code, problems, worst, folded } = group;
  const fixable = by === 'code' ? howMany(problems, code) : 0;
  const count = problems.length;
  return (
    <div className={styles.heading}>
      <h3 className={styles.title}>
        <button
          type="button"
          {...stop}
          className={styles.main}
          aria-expanded={!folded}
          onClick={() => fold(id, !folded)}
        >
          <ChevronRight size={14} aria-hidden className={styles.arrow} />
          {by === 'code' ? (
            <>
              <SeverityIcon severity={worst} />
              <span className="visually-hidden">{severityWords[worst]} </span>
              {isCode(code) ? codeInfo(code).title : code} <code className={styles.more}>{code}</code>
            </>
          ) : (
            <>
              {resource && <KindGlyph kind={resource.kind} size={14} />}
              {resource?.name ?? file}
              <span className={styles.more}>
                {resource ? [resource.kind, resource.namespace].filter(Boolean).join(' · ') : 'file'}
              </span>
            </>
          )}
          <span className={styles.count}>
            {count}
            <span className="visually-hidden"> {count === 1 ? 'problem' : 'problems'}</span>
          </span>
        </button>
      </h3>
      {fixable > 1 && (
        <Button size="small" tabIndex={stop.tabIndex} onClick={() => fixAll(session, code)}>
          Fix all {fixable}
        </Button>
      )}
      {by === 'code' && (
        <IconButton
          label={`What ${code} means`}
          tabIndex={stop.tabIndex}
          className={styles.icon}
          onClick={() => explain(session, code)}
        >
          <CircleQuestionMark size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
