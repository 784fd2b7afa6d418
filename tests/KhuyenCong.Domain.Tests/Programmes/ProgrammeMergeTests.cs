using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public class ProgrammeMergeTests
{
    private static readonly ProgrammeText Base = Shipped.KhanhHoa.Text;

    // Each edit touches its own field, so that any two of them merge without conflict.
    private static readonly Func<ProgrammeText, ProgrammeText>[] Edits =
    [
        t => t with { Title = "Tên mới" },
        t => t with { Decision = t.Decision with { Issuer = "Ủy ban nhân dân tỉnh Khánh Hòa" } },
        t => On(t, "KH-3.1", s => s with { Quantity = 4 }),
        t => On(t, "KH-3.1", s => s with { Unit = "hội nghị" }),
        t => On(t, "KH-2.5", s => s with { Condition = null }),
        t => On(t, "KH-1.1", s => s with { Sources = ["KCDP"] }),
        t => t with { Statements = [.. t.Statements.Where(s => s.Code != "KH-7.6")] },
        t => t with { Statements = [.. t.Statements, Given.Statement("KH-8.1", "Khảo sát", "cuộc", 1)] },
        t => t with { Money = [.. t.Money.Select(m => m.Code == "KH-M-TOTAL" ? m with { Printed = new Dong(36_383_300_000) } : m)] },
        t => t with { Money = [.. t.Money, Base.Money[0] with { Code = "KH-M-2026", Year = 2026 }] },
        t => t with { MissingAnnexes = [] },
        t => t with { Aims = [.. t.Aims.Reverse()] },
    ];

    [Fact]
    public void EditsOfDifferentFields_AllSurvive_EitherWayRound()
    {
        for (var i = 0; i < Edits.Length; i++)
        {
            for (var j = 0; j < Edits.Length; j++)
            {
                if (i == j)
                {
                    continue;
                }

                var merged = ProgrammeMerge.ThreeWay(Base, Edits[i](Base), Edits[j](Base));
                merged.Conflicts.ShouldBeEmpty($"{i} {j}");
                ProgrammeDifference.Between(Edits[i](Edits[j](Base)), merged.Text!).ShouldBeEmpty($"{i} {j}");
            }
        }
    }

    [Fact]
    public void MergingWithOneself_OrWithNobody_ChangesNothing()
    {
        foreach (var edit in Edits)
        {
            var mine = edit(Base);
            Json(ProgrammeMerge.ThreeWay(Base, mine, mine).Text).ShouldBe(Json(mine));
            Json(ProgrammeMerge.ThreeWay(Base, mine, Base).Text).ShouldBe(Json(mine));
            Json(ProgrammeMerge.ThreeWay(Base, Base, mine).Text).ShouldBe(Json(mine));
        }
    }

    [Fact]
    public void BothChangedOneField_IsAConflict_AndAllAreNamed()
    {
        var mine = On(Base, "KH-3.1", s => s with { Quantity = 4, Unit = "hội nghị" }) with { Title = "A" };
        var theirs = On(Base, "KH-3.1", s => s with { Quantity = 5, Unit = "hội nghị" }) with { Title = "B" };
        var merged = ProgrammeMerge.ThreeWay(Base, mine, theirs);
        merged.Text.ShouldBeNull();
        merged.Conflicts.ShouldBe(["title", "statements[KH-3.1].quantity"]);
    }

    [Fact]
    public void OneDeletes_TheOtherEdits_IsAConflict()
    {
        var mine = Base with { Statements = [.. Base.Statements.Where(s => s.Code != "KH-3.1")] };
        var theirs = On(Base, "KH-3.1", s => s with { Quantity = 5 });
        ProgrammeMerge.ThreeWay(Base, mine, theirs).Conflicts.ShouldBe(["statements[KH-3.1]"]);
        ProgrammeMerge.ThreeWay(Base, theirs, mine).Conflicts.ShouldBe(["statements[KH-3.1]"]);
    }

    [Fact]
    public void Difference_ReadsAsAnOfficialWould()
    {
        var changes = ProgrammeDifference.Between(Base, Edits[2](Edits[6](Edits[7](Edits[8](Base)))));
        changes.Select(c => $"{c.Kind} {c.Group} | {c.Label} | {c.Old} → {c.New}").ShouldBe(
            [
                "Changed Chỉ tiêu KH-3.1 | Số lượng | 2 → 4",
                "Removed Chỉ tiêu KH-7.6 |  | Bài viết phổ biến SXTDBV trên báo chí và trang TTĐT: 20 bài (III.7.b) → ",
                "Added Chỉ tiêu KH-8.1 |  |  → Khảo sát: 1 cuộc (I.2)",
                "Changed Kinh phí KH-M-TOTAL | Số tiền theo văn bản | 36.383.000.000 đ → 36.383.300.000 đ",
            ]);
        ProgrammeDifference.Between(Base, Base).ShouldBeEmpty();
    }

    private static string Json(ProgrammeText? text) => ProgrammeJson.Write(text);

    private static ProgrammeText On(ProgrammeText text, string code, Func<TargetStatement, TargetStatement> edit) =>
        text with { Statements = [.. text.Statements.Select(s => s.Code == code ? edit(s) : s)] };
}
