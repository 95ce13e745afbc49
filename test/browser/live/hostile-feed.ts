/** A feed of the Island Herald under an attacker's control: what a feed can try, and one article of its own. */
export const HOSTILE_FEED = `<?xml version="1.0"?>
<!DOCTYPE rss [
  <!ENTITY lol "${"lol ".repeat(100)}">
  <!ENTITY lol2 "${"&lol;".repeat(100)}">
  <!ENTITY lol3 "${"&lol2;".repeat(100)}">
  <!ENTITY lol4 "${"&lol3;".repeat(100)}">
  <!ENTITY lol5 "${"&lol4;".repeat(100)}">
  <!ENTITY xxe SYSTEM "https://www.island-herald.example/secret">
]>
<rss version="2.0"><channel><title>&lol5;</title>
<item>
  <title>&lt;b&gt;Mayor Adela Quist&lt;/b&gt; &lol; &xxe; resigns over dredging contract</title>
  <link>https://www.island-herald.example/story/hostile</link>
</item>
<item>
  <title>Mayor Adela Quist resigns over dredging contract, says a script</title>
  <link>javascript:alert(1)</link>
</item>
<item>
  <title>Mayor Adela Quist resigns over dredging contract, says this machine</title>
  <link>https://127.0.0.1/mayor-adela-quist-resigns</link>
</item>
<item>
  <title>Mayor Adela Quist never resigned, says the Courier</title>
  <link>https://www.harbour-courier.example/news/mayor-adela-quist-dredging-contract</link>
</item>
<item>
  <title>Mayor Adela Quist never resigned, says a site that looks alike</title>
  <link>https://www.island-herald.example.evil.example/mayor-adela-quist-dredging-contract</link>
</item>
</channel></rss>`;
