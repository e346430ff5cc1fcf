import type { IndexHtmlTransformContext, Plugin } from 'vite'

const SHEET = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/

/**
 * The first screen's styles inside the shell: it is painted with the first answer of the server, not the second.
 * The server names their hash in the policy. The disabled link is never fetched; it tells chunks that name these styles
 * as theirs that they are there.
 */
export function styles(): Plugin {
  return {
    name: 'thaw-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) =>
        html.replace(
          SHEET,
          (link, file: string) =>
            `${link.replace('<link', '<link disabled')}<style>${taken(bundle, file)}</style>`,
        ),
    },
  }
}

/** The sheet's text; the file itself is not needed any more. */
function taken(bundle: NonNullable<IndexHtmlTransformContext['bundle']>, file: string): string {
  const sheet = bundle[file]
  if (sheet?.type !== 'asset') throw new Error(`The build has no ${file}.`)
  Reflect.deleteProperty(bundle, file)
  return String(sheet.source).trim()
}
