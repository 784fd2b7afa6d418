using System.Net;
using System.Text;

namespace KhuyenCong.Web.Pages.Settlements;

/// <summary>Trang tĩnh của gói lưu trữ: one record, readable without the software and on A4 paper; every text is escaped here.</summary>
internal sealed class ArchivePage
{
    private const string Style = "@page{size:A4;margin:20mm 15mm}body{font:13pt/1.4 'Times New Roman',serif;max-width:180mm;margin:1rem auto}h1{font-size:15pt;text-align:center}h2{font-size:13pt}table{border-collapse:collapse;width:100%;font-size:11pt}th,td{border:1px solid #000;padding:2pt 4pt;text-align:left;vertical-align:top}.num{text-align:right}p,td{white-space:pre-line;overflow-wrap:anywhere}";

    private readonly StringBuilder html = new();

    /// <param name="title">What the record is.</param>
    public ArchivePage(string title)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>").Append(Encoded(title)).Append("</title><style>").Append(Style).AppendLine("</style></head><body>");
        Line("h1", title);
    }

    public void Heading(string text) => Line("h2", text);

    public void Say(string text) => Line("p", text);

    /// <summary>A labelled value; a dash where there is none.</summary>
    public void Fact(string label, string? value) => Line("p", $"{label}: {(string.IsNullOrWhiteSpace(value) ? "—" : value)}");

    /// <summary>Rows under heads; columns whose head ends in "(đồng)" stand on the right. Nothing where there are no rows.</summary>
    public void Table(string[] heads, string?[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        html.Append("<table><tr>");
        foreach (var head in heads)
        {
            html.Append("<th>").Append(Encoded(head)).Append("</th>");
        }

        html.AppendLine("</tr>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                var isAmount = i < heads.Length && heads[i].EndsWith("(đồng)", StringComparison.Ordinal);
                html.Append(isAmount ? "<td class=\"num\">" : "<td>").Append(Encoded(row[i] ?? "—")).Append("</td>");
            }

            html.AppendLine("</tr>");
        }

        html.AppendLine("</table>");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{html}</body></html>");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private void Line(string tag, string text) => html.Append('<').Append(tag).Append('>').Append(Encoded(text)).Append("</").Append(tag).AppendLine(">");
}
