extension RecordPage {
  /// The script of the page: RFC 6962 over the entries, the C2SP signed note, SHA-256 and Ed25519 by the browser.
  static let script = #"""

    "use strict";
    (async () => {
      const found = document.getElementById("found");
      found.textContent = "";
      const say = (kind, text) => {
        const line = document.createElement("p");
        line.className = kind;
        line.textContent = text;
        found.append(line);
      };
      if (!globalThis.crypto || !crypto.subtle) {
        say("open", "this browser gives a page opened in this way no means to compute SHA-256.");
        return;
      }
      const record = JSON.parse(document.getElementById("record").textContent);
      const utf8 = new TextEncoder();
      const sha256 = async (...parts) => {
        const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
        let at = 0;
        for (const part of parts) { all.set(part, at); at += part.length; }
        return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
      };
      const base64 = bytes => btoa(String.fromCharCode(...bytes));
      const unbase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
      const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
      const same = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);

      // The chain: every entry names the leaf hash of the one before it.
      const leaves = [];
      let broken = null;
      for (const [seq, line] of record.lines.entries()) {
        const entry = JSON.parse(line);
        const previous = seq === 0 ? base64(new Uint8Array(32)) : base64(leaves[seq - 1]);
        if (broken === null && (entry.seq !== seq || entry.prev !== previous)) broken = seq;
        leaves.push(await sha256(Uint8Array.of(0), utf8.encode(line)));
      }
      if (broken === null) say("good", `${leaves.length} entries, each naming the one before it.`);
      else say("bad", `entry ${broken} does not name the entry before it.`);

      // The tree: RFC 6962, section 2.1.
      const root = async list => {
        if (list.length === 0) return sha256();
        if (list.length === 1) return list[0];
        let split = 1;
        while (split * 2 < list.length) split *= 2;
        return sha256(Uint8Array.of(1), await root(list.slice(0, split)), await root(list.slice(split)));
      };
      const whole = await root(leaves);
      let bits = "";
      for (const byte of whole.slice(0, 13)) bits += byte.toString(2).padStart(8, "0");
      const letters = Array.from({ length: 20 }, (_, index) =>
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join("");
      const seal = letters.match(/.{4}/g).join("-")
        + ` (${leaves.length} ${leaves.length === 1 ? "entry" : "entries"})`;
      if (document.getElementById("seal").textContent === seal) say("good", "the seal above is that of these entries.");
      else say("bad", `the seal of these entries is ${seal}.`);

      // The signed head.
      if (record.checkpoint === null) {
        say("open", "nobody signed these entries.");
      } else {
        const [text, signatures] = record.checkpoint.split(/\n\n(?=— )/);
        const message = utf8.encode(text + "\n");
        const [origin, size, top] = text.split("\n");
        const signed = await root(leaves.slice(0, Number(size)));
        if (Number(size) <= leaves.length && base64(signed) === top) {
          const rest = leaves.length - Number(size);
          say("good", `the first ${size} entries are those that were sealed${rest ? `; ${rest} not yet` : ""}.`);
        } else say("bad", "the entries are not those that were sealed.");
        let checked = 0;
        for (const text of record.keys) {
          const [, name, hash, key] = text.match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/);
          const bytes = unbase64(key);
          const id = (await sha256(utf8.encode(name + "\n"), bytes)).slice(0, 4);
          if (hex(id) !== hash) { say("bad", `the key of ${name} is not the one that its own hash names.`); continue; }
          for (const line of signatures.trimEnd().split("\n")) {
            const [, signer, value] = line.split(" ");
            const signature = unbase64(value);
            if (signer !== name || !same(signature.slice(0, 4), id)) continue;
            try {
              const publicKey = await crypto.subtle.importKey("raw", bytes.slice(1), { name: "Ed25519" }, false, ["verify"]);
              const holds = await crypto.subtle.verify({ name: "Ed25519" }, publicKey, signature.slice(4), message);
              if (holds) say("good", `the seal is signed with the key of ${name}.`);
              else say("bad", `the signature of ${name} is not over this seal.`);
            } catch (error) {
              say("open", `the signature of ${name}: this browser does not know Ed25519.`);
            }
            checked += 1;
          }
        }
        if (checked === 0) say("bad", `no signature by a key of ${origin} is here.`);
      }

      // The texts: what is shown from here on is what was checked.
      const visible = text => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
        letter => `⟨U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
      let wrong = 0;
      for (const { item, sha256: name, text } of record.texts) {
        const isNamed = record.lines.some(line => line.includes(`"${name}"`));
        if (hex(await sha256(utf8.encode(text))) === name && isNamed) {
          for (const shown of document.querySelectorAll(`[data-sha256="${name}"]`)) shown.textContent = visible(text);
        } else {
          say("bad", `the text of ${item} is not the one that its entry names.`);
          wrong += 1;
        }
      }
      if (record.texts.length && !wrong) say("good", "the texts shown are those that the entries name, by SHA-256.");

      // Each entry in its own words.
      document.querySelectorAll(".entries li").forEach((item, seq) => {
        const whole = document.createElement("details");
        const name = document.createElement("summary");
        name.textContent = "as recorded";
        whole.append(name);
        whole.addEventListener("toggle", () => {
          if (whole.childElementCount > 1) return;
          const line = document.createElement("code");
          line.textContent = visible(record.lines[seq] ?? "no such entry");
          whole.append(line);
        });
        item.append(whole);
      });
    })();

    """#
}
