/** Fields that a record may have, and the names that they go by. Must not say how they are found. */

export const FIELDS = ['text', 'id', 'title', 'date', 'url', 'source'] as const;
export type Field = (typeof FIELDS)[number];

/** Names under which records declare the language of their article: it decides how a date in numbers is read. */
export const LANGUAGE_NAMES = [
  'language',
  'inLanguage',
  'lang',
  'langcode',
  'language_code',
  'languageCode',
] as const;

/** Names of a text that as often are those of something short, an id or a file. */
export const LONG_TEXT_NAMES: ReadonlySet<string> = new Set(['article', 'document']);

/**
 * Names of each field in the dumps of news systems, the one asked for first at the front: our own, then those of
 * feeds (JSON Feed, RSS), schema.org, press APIs (Guardian, NYT, News API), WordPress, crawlers (news-please) and databases. Names
 * that mean something else as often are left out: `name`, `uri`, `timestamp`, `updated_at`, `description`, `summary`.
 */
export const FIELD_NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'content_text',
    'articleBody',
    'article_body',
    'body_text',
    'bodyText',
    'full_text',
    'fullText',
    'fulltext',
    'maintext',
    'article_text',
    'plain_text',
    'textContent',
    'content.rendered',
    'content_html',
    'contentHtml',
    'body_html',
    'bodyHtml',
    'article',
    'document',
  ],
  id: ['id', 'uuid', 'guid', 'article_id', 'articleId', 'doc_id', 'docId'],
  title: ['title', 'headline', 'article_title', 'articleTitle', 'webTitle', 'title.rendered'],
  date: [
    'date',
    'published',
    'datePublished',
    'date_published',
    'published_at',
    'publishedAt',
    'published_date',
    'publishedDate',
    'published_on',
    'publication_date',
    'publicationDate',
    'pubDate',
    'pub_date',
    'pubdate',
    'publish_date',
    'publishDate',
    'date_publish',
    'webPublicationDate',
    'dateCreated',
    'date_created',
    'created_at',
    'createdAt',
  ],
  url: ['url', 'link', 'permalink', 'canonical_url', 'canonicalUrl', 'web_url', 'webUrl', 'article_url'],
  source: [
    'source',
    'source.name',
    'publisher',
    'publisher.name',
    'source_name',
    'sourceName',
    'source_domain',
  ],
};
