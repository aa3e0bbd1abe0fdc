import {
  Bug,
  Clock,
  CornerUpRight,
  Heading,
  MessageSquareReply,
  RefreshCw,
  Share2,
  SquarePen,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { Mark } from '../../../topology/index.ts';
import styles from './RowMarks.module.css';

const LOOKS: Record<Mark['kind'], { icon: ComponentType<{ size: number }>; words: string }> = {
  fault: { icon: Bug, words: 'Fault' },
  timeout: { icon: Clock, words: 'Timeout' },
  retries: { icon: RefreshCw, words: 'Retries' },
  rewrite: { icon: SquarePen, words: 'Rewrite' },
  redirect: { icon: CornerUpRight, words: 'Redirect' },
  'direct-response': { icon: MessageSquareReply, words: 'Direct response' },
  headers: { icon: Heading, words: 'Headers' },
  cors: { icon: Share2, words: 'CORS' },
};

/** What else a rule does with a request, as small signs; the words are in the tooltip and in the outline. */
export function RowMarks({ marks }: { marks: readonly Mark[] }) {
  return (
    <span className={styles.marks}>
      {marks.map((mark) => {
        const { icon: Icon, words } = LOOKS[mark.kind];
        return (
          <span key={`${mark.kind} ${mark.text}`} title={`${words}: ${mark.text}`} data-mark={mark.kind}>
            <Icon size={11} />
          </span>
        );
      })}
    </span>
  );
}
