using System.Text.Json.Nodes;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class ShippedProgrammeTests
{
    [Fact]
    public void KhanhHoa_Says43SentencesOf25Targets()
    {
        var text = Shipped.KhanhHoa.Text;
        text.Statements.Count.ShouldBe(43);
        text.Statements.Select(s => s.TargetCode).Distinct().Count().ShouldBe(25);
        text.Contents.Count.ShouldBe(7);
        text.Money.Count.ShouldBe(3);
        text.MissingAnnexes.Count.ShouldBe(1);
        text.Statements.Single(s => s.Code == "KH-2.5").Condition.ShouldBe("nếu được phân bổ");
        text.Statements.Where(s => s.Copies is not null).Select(s => s.Code).ShouldBe(["KH-5.4", "KH-5.4b", "KH-7.5"]);
        text.Statements.ShouldAllBe(s => s.Titles == null);
    }

    [Fact]
    public void DongNai_Says13SentencesOf13Targets_AndItsSums()
    {
        var text = Shipped.DongNai.Text;
        text.Statements.Count.ShouldBe(13);
        text.Statements.Select(s => s.TargetCode).Distinct().Count().ShouldBe(13);
        text.Aims.Select(a => a.Code).ShouldBe(["DN-Q1", "DN-Q2", "DN-Q3", "DN-Q4"]);
        text.Aims.Single(a => a.IndicatorUnit is not null).Code.ShouldBe("DN-Q4");
        Sum(text, "KCDP").ShouldBe(Dong.Millions(34_650));
        Sum(text, "DOIUNG").ShouldBe(Dong.Millions(21_100));
        Sum(text, null).ShouldBe(Dong.Millions(55_750));
    }

    [Fact]
    public void ReaderNotes_DoNotRepeatWhatRulesFind()
    {
        Shipped.KhanhHoa.ReaderNotes.Count(n => n.Code.StartsWith("KH-", StringComparison.Ordinal)).ShouldBe(17);
        Shipped.DongNai.ReaderNotes.Count(n => n.Code.StartsWith("DN-", StringComparison.Ordinal)).ShouldBe(17);
        Shipped.KhanhHoa.ReaderNotes.Select(n => n.Code).ShouldNotContain("KH-01");
        Shipped.KhanhHoa.ReaderNotes.Select(n => n.Code).ShouldBeUnique();
        Shipped.DongNai.ReaderNotes.Select(n => n.Code).ShouldBeUnique();
    }

    [Theory]
    [InlineData("khanh-hoa")]
    [InlineData("dong-nai")]
    public void EveryFactOfTheFile_IsRead(string name)
    {
        var file = JsonNode.Parse(Shipped.Json(name));
        var read = JsonNode.Parse(ProgrammeJson.Write(ProgrammeJson.Read<ShippedProgramme>(Shipped.Json(name))));

        // Defaults are written out on the way back; every fact of the file must be among them.
        Contains(read!, file!).ShouldBe("");
    }

    private static string Contains(JsonNode whole, JsonNode part, string path = "$") => part switch
    {
        JsonObject o => string.Concat(o.Select(p => whole[p.Key] is { } found ? Contains(found, p.Value!, path + "." + p.Key) : path + "." + p.Key + " is lost; ")),
        JsonArray a => string.Concat(a.Select((item, i) => Contains(whole[i]!, item!, $"{path}[{i}]"))),
        _ => JsonNode.DeepEquals(whole, part) ? "" : path + " differs; ",
    };

    private static Dong Sum(ProgrammeText text, string? source) =>
        text.Money.Where(m => m.Source == source && m.Year is not null).Select(m => m.Printed!.Value).Sum();
}
