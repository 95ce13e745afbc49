import { describe, expect, test } from "vitest";
import { addressScore } from "../../../core/page/address-score.ts";

describe("an address looks like", () => {
  test.each([
    ["an article's, with a title in it", "/news/bridge-over-harbour-closed", 1],
    ["an article's, with a number in it", "/news/1234567", 1],
    ["nothing in particular", "/news/bridge", -1],
    ["a list's", "/tag/bridge", -4],
    ["a search's", "/find?q=bridge", -4],
    ["a post's in a network", "/annlow/status/1234567", -2],
    ["a post's under a user name", "/@annlow/1234567", -2],
    ["an article's under a user name", "/@annlow/bridge-over-harbour-closed", 1],
    ["a GIF's", "/view/bridge-ferry-gif-1234567", -2],
    ["a front page's", "/en/", -10],
  ])("%s: %s, %i", (_, path, score) => {
    expect(addressScore(`https://a.example${path}`)).toBe(score);
  });
});

const score = (path: string) => addressScore(`https://a.example${path}`);

describe("one thing is identified by", () => {
  test.each([
    ["four words", "/bridge-over-harbour-closed"],
    ["four words joined by underscores", "/bridge_over_harbour_closed"],
    ["24 characters", "/abcdefghijklmnopqrstuvwx"],
    ["24 characters in escapes", `/${"%D0%BC".repeat(24)}`],
    ["a number of five digits", "/a12345b"],
    ["a number in the query", "/a?article_id=1"],
    ["a number in the query's second field", "/a?b=c&p=1"],
    ["an index in the query", "/a?IDX=1"],
    ["a number by its name", "/a?no=1"],
  ])("%s", (_, path) => {
    expect(score(path)).toBe(1);
  });

  test.each([
    ["three words", "/bridge-over-harbour"],
    ["marks alone", "/a---b"],
    ["23 characters", "/abcdefghijklmnopqrstuvw"],
    ["23 characters in escapes", `/${"%D0%BC".repeat(23)}`],
    ["a number of four digits", "/a1234b"],
    ["digits in two segments", "/123/45"],
    ["a number of no field", "/a?idea=1"],
    ["a name in the query", "/a?id=x"],
  ])("not by %s", (_, path) => {
    expect(score(path)).toBe(-1);
  });
});

describe("a segment of its path says that a page is no article", () => {
  test.each([
    ...["search", "suche", "recherche", "busca", "buscar", "busqueda", "cerca", "zoeken"],
    ...["tag", "tags", "schlagwort", "etiqueta", "etiquetas", "topic", "topics", "themen", "temas"],
    ...["category", "categories", "categorie", "categoria", "categorias", "kategorie"],
    ...["kategorien", "author", "authors", "autor", "autoren", "autores", "auteur", "auteurs"],
    ...["archive", "archives", "archiv", "archivo", "archivos", "forum", "forums", "foro", "foros"],
    ...["thread", "threads", "profile", "profiles", "profil", "perfil", "user", "users", "member"],
    ...["members", "account", "accounts", "konto", "login", "cart", "checkout", "basket"],
    ...["warenkorb", "panier", "carrito", "shop", "store", "boutique", "tienda", "product"],
    ...["products", "produkt", "produkte", "produit", "produits", "producto", "productos", "mail"],
    ...["inbox", "SEARCH"],
  ])("%s", (segment) => {
    expect(score(`/a/${segment}/1234567`)).toBe(-2);
  });

  test.each(["research", "search-engines", "shopping", "mailbox", "e-mail", "tagged"])(
    "but not %s",
    (segment) => {
      expect(score(`/a/${segment}/1234567`)).toBe(1);
    },
  );
});

describe("a query says that a page is a search", () => {
  test.each([
    "?q=",
    "?s=x",
    "?a=b&query=x",
    "?SEARCH=x",
    "?keyword=x",
    "?keywords=x",
    "?suchbegriff=x",
  ])("%s", (query) => {
    expect(score(`/1234567${query}`)).toBe(-2);
  });

  test.each(["?faq=x", "?research=x", "?q", "?qs=x"])("but not %s", (query) => {
    expect(score(`/1234567${query}`)).toBe(1);
  });
});

describe("a path is a front page's", () => {
  test.each([
    ...["/", "/en", "/en/", "/pt-BR", "/pt_br/", "/index.html", "/home", "/HOME/", "/default.aspx"],
    ...["/de/index.php", "/de/home/", "/index", "/?lang=en"],
  ])("%s", (path) => {
    expect(score(path)).toBe(-10);
  });

  test.each(["/eng", "/en/news", "/homes", "/mine/home/", "/a/index.html", "/index.html/a", "/e"])(
    "but not %s",
    (path) => {
      expect(score(path)).toBe(-1);
    },
  );

  test("unless its query has a number, which may name an article", () => {
    expect(score("/?p=7")).toBe(1);
    expect(score("/?a=7")).toBe(-1);
  });
});

test("an address of any length is scored", () => {
  expect(score(`/${"a".repeat(100_000)}`)).toBe(1);
});
