import { Component, type ReactNode } from 'react';
import { PaneFailure } from './PaneFailure.tsx';

interface Props {
  title: string;
  children: ReactNode;
}

/** Keeps the failure of one pane from taking the others down. A class, because React has no other way to catch. */
export class PaneBoundary extends Component<Props, { failure: unknown; failed: boolean }> {
  override state = { failure: null as unknown, failed: false };

  static getDerivedStateFromError(failure: unknown) {
    return { failure, failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <PaneFailure
        title={this.props.title}
        failure={this.state.failure}
        onRetry={() => this.setState({ failure: null, failed: false })}
      />
    );
  }
}
