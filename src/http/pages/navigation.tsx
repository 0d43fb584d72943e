import type { Page } from '../../handlers/page.ts';
import { APPLICATIONS_PATH, AUTHORIZED_APPLICATIONS_PATH } from './paths.ts';

const SECTIONS = [
  [APPLICATIONS_PATH, 'Applications'],
  [AUTHORIZED_APPLICATIONS_PATH, 'Authorized applications'],
  ['/logout', 'Sign out'],
] as const;

interface Whereabouts {
  path: (typeof SECTIONS)[number][0] | '/';
  /** Whether the link would lead to the very page, or only to the list that it belongs to. */
  isItself: boolean;
}

/**
 * The head of every page: the way around for whoever is signed in. A sign-in or a consent page has none, since
 * somebody else's application waits for its answer.
 */
export function Navigation({ page }: { page: Page }) {
  const here = WHEREABOUTS[page.kind];
  if (here === undefined || ('username' in page && page.username === null)) return <header>Codegrant</header>;
  return (
    <header>
      <nav aria-label="This server">
        <a href="/" class="brand" aria-current={current(here, '/')}>
          Codegrant
        </a>
        {SECTIONS.map(([path, name]) => (
          <a href={path} aria-current={current(here, path)}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

const APPLICATION: Whereabouts = { path: APPLICATIONS_PATH, isItself: false };

const WHEREABOUTS: { [Kind in Page['kind']]?: Whereabouts } = {
  home: { path: '/', isItself: true },
  applications: { path: APPLICATIONS_PATH, isItself: true },
  application: APPLICATION,
  application_form: APPLICATION,
  application_delete: APPLICATION,
  authorized_applications: { path: AUTHORIZED_APPLICATIONS_PATH, isItself: true },
  logout: { path: '/logout', isItself: true },
};

function current({ path, isItself }: Whereabouts, link: string): 'page' | 'true' | undefined {
  if (path !== link) return undefined;
  return isItself ? 'page' : 'true';
}
