using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Domain.Tests.Programmes;

public sealed class ChangeKeyKindTests
{
    private static readonly Programme Programme = Given.Programme();
    private static readonly Target Target = Given.Target(Programme, Given.Statement("L", "Lớp tập huấn", "lớp", 10));

    [Fact]
    public void EveryResult_GetsItsKeyAnew()
    {
        var one = Recorded("Lớp A", new(2026, 3, 1), "Cam Lâm");
        var changed = ChangeKeyKind.Of(Target, NaturalKeyKind.Other, " vì nơi khác nhau ", [one], []).Event!;
        changed.Reason.ShouldBe("vì nơi khác nhau");
        changed.Results.ShouldBe([new(one.ResultId, NaturalKeyKind.Other, "lop a|20260301|cam lam")]);
    }

    [Fact]
    public void WhatWouldBecomeOne_IsNamed_AndNothingChanges()
    {
        var target = Given.Target(Programme, Given.Statement("O", "Đề án", "đề án", 10));
        target.KeyKind.ShouldBe(NaturalKeyKind.Other);
        var (here, there) = (Recorded("Hội nghị", new(2026, 3, 1), "Cam Lâm", target), Recorded("Hội nghị", new(2026, 3, 1), "Nha Trang", target));
        var ruling = ChangeKeyKind.Of(target, NaturalKeyKind.ClassAndDate, "x", [here, there], []);
        var breach = ruling.Breaches.ShouldHaveSingleItem();
        breach.Code.ShouldBe("target.key-kind-collides");
        breach.Arguments.ShouldBe(["Hội nghị", new DateOnly(2026, 3, 1), "Hội nghị", new DateOnly(2026, 3, 1), 2]);
    }

    [Fact]
    public void ASerialThatWasNeverAsked_CannotBeGuessed_AndAReasonIsNeeded() =>
        ChangeKeyKind.Of(Target, NaturalKeyKind.MachineSerial, " ", [Recorded("Lớp A", new(2026, 3, 1), "Cam Lâm")], []).Breaches.Select(b => b.Code)
            .ShouldBe(["target.key-kind-reason-missing", "target.key-kind-lacks"]);

    [Fact]
    public void TheSameKind_IsNoChange() =>
        ChangeKeyKind.Of(Target, Target.KeyKind, "x", [], []).Breaches.Select(b => b.Code).ShouldBe(["target.key-kind-same"]);

    [Fact]
    public void TheChoice_OutlivesANewWording_TheSuggestionDoesNot()
    {
        var target = Given.Target(Programme, Given.Statement("L", "Lớp tập huấn", "lớp", 10));
        target.Apply(new TargetRestated("L", Given.Statement("L", "Bản tin", "số", 10), 1));
        target.KeyKind.ShouldBe(NaturalKeyKind.TitleAndIssue);
        target.Apply(new KeyKindChanged("L", NaturalKeyKind.Other, "x", []));
        target.Apply(new TargetRestated("L", Given.Statement("L", "Lớp tập huấn nghề", "lớp", 10), 1));
        target.KeyKind.ShouldBe(NaturalKeyKind.Other);
    }

    private static Result Recorded(string title, DateOnly day, string place, Target? target = null)
    {
        var of = target ?? Target;
        return Result.From(Given.Record(Given.Entry() with { Title = title, AchievedOn = day, CommuneCode = null, Place = place, KeyKind = of.KeyKind }, Programme, of).Event!, Given.NewId);
    }
}
