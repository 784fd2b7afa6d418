// Empties the target models of old migrations (see docs/adr/0003): all but those of the two newest, which `migrations remove` reads,
// and, on SQLite, of those that rebuild a table.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const rebuilds = /migrationBuilder\.(Alter\w+|Rename\w+|DropColumn|(Add|Drop)(ForeignKey|PrimaryKey|UniqueConstraint|CheckConstraint))\b/;

for (const provider of ["Sqlite", "Postgres"]) {
  const folder = `src/KhuyenCong.Migrations.${provider}/Migrations`;
  const designers = readdirSync(folder).filter((name) => name.endsWith(".Designer.cs")).sort();
  for (const name of designers.slice(0, -2)) {
    const migration = readFileSync(join(folder, name.replace(".Designer.cs", ".cs")), "utf8");
    const up = migration.slice(migration.indexOf("void Up("), migration.indexOf("void Down("));
    if (provider === "Sqlite" && rebuilds.test(up)) continue;
    const text = readFileSync(join(folder, name), "utf8");
    const emptied = text
      .replace(/(modelBuilder\s*\.HasAnnotation\("ProductVersion"[^;]*;\n)[^]*(#pragma warning restore)/, "$1$2")
      .replace(/^using (System|Microsoft\.EntityFrameworkCore\.Storage\.ValueConversion|Npgsql[^;]*);\n/gm, "");
    if (emptied !== text) writeFileSync(join(folder, name), emptied);
  }
}
