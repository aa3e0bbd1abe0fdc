import { ChevronRight, FileText, Globe, Tag } from 'lucide-react';
import { Button, type Stop } from '../../controls/index.ts';
import { useSession } from '../../session.tsx';
import { showHostWays } from '../../canvas/view/showWays.ts';
import type { Group, SearchEntry } from './entries.ts';
import styles from './SearchTab.module.css';

interface GroupRowProps {
  entry: Extract<SearchEntry, { readonly group: Group }>;
  stop: Stop;
  onPress: () => void;
}

/** A host, a subset, a file, and how many places it has; press it to fold them or open it. */
export function GroupRow({ entry: { group, folded }, stop, onPress }: GroupRowProps) {
  const session = useSession();
  const { title, detail, unit } = wordsOf(group);
  return (
    <div className={styles.heading}>
      <button
        type="button"
        {...stop}
        className={styles.group}
        aria-expanded={!folded}
        title={title}
        onClick={onPress}
      >
        <ChevronRight size={14} aria-hidden className={styles.arrow} />
        <Sign kind={group.kind} />
        <span className={styles.title}>{title}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
        <span className={styles.count}>
          {group.count.toLocaleString('en')}
          <span className="visually-hidden"> {group.count === 1 ? unit : `${unit}s`}</span>
        </span>
      </button>
      {group.kind === 'host' && (
        <Button
          size="small"
          tabIndex={stop.tabIndex}
          title="Show only the ways of this host on the canvas"
          onClick={() => showHostWays(session, group.name.host)}
        >
          Only its ways
        </Button>
      )}
    </div>
  );
}

function Sign({ kind }: Pick<Group, 'kind'>) {
  if (kind === 'host') return <Globe size={14} aria-hidden className={styles.sign} />;
  if (kind === 'subset') return <Tag size={14} aria-hidden className={styles.sign} />;
  return kind === 'file' ? <FileText size={14} aria-hidden className={styles.sign} /> : null;
}

function wordsOf(group: Group): { title: string; detail: string; unit: string } {
  switch (group.kind) {
    case 'host':
      return { title: group.name.host, detail: 'host', unit: 'place' };
    case 'subset':
      return { title: group.name.name, detail: `subset of ${group.name.host}`, unit: 'place' };
    case 'resources':
      return { title: 'Resources', detail: '', unit: 'resource' };
    case 'file':
      return { title: group.path, detail: '', unit: 'line' };
  }
}
