using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Pages.ProgrammeEntry;
using KhuyenCong.Web.Tests.Spreadsheets;

namespace KhuyenCong.Web.Tests.ProgrammeEntry;

public sealed class EntryFormTests
{
    private static readonly ProgrammeText Rich = SampleProgramme.Rich;

    [Fact]
    public void WhatIsShown_ReadsBackTheSame()
    {
        var reading = EntryReader.Read(EntryForm.Of(Rich), EntryBlank.Text(Rich));
        reading.Unread.ShouldBeEmpty();
        ProgrammeJson.Write(reading.Text).ShouldBe(ProgrammeJson.Write(Rich));
    }

    [Theory]
    [InlineData("khanh-hoa-2026-2030")]
    [InlineData("dong-nai-2026-2030")]
    public void ShippedDecisions_ReadBackTheSame(string name)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "programmes", name + ".json"));
        var text = ProgrammeJson.Read<ShippedProgramme>(json).Text;
        var reading = EntryReader.Read(EntryForm.Of(text), EntryBlank.Text(text));
        reading.Unread.ShouldBeEmpty();
        ProgrammeDifference.Between(text, reading.Text).ShouldBeEmpty();
    }

    [Fact]
    public void AnEmptyProgramme_ReadsBackEmpty_AndEveryFaultHasItsField()
    {
        var empty = EntryBlank.Text("", 0, 0);
        var form = EntryForm.Of(empty);
        var reading = EntryReader.Read(form, empty);
        reading.Unread.ShouldBeEmpty();
        ProgrammeJson.Write(reading.Text).ShouldBe(ProgrammeJson.Write(empty));
        EntryFaults.Find(reading.Text, form, new(2026, 7, 1)).Select(f => f.Field)
            .ShouldBe(["decision.number", "decision.issuer", "decision.title", "title", "decision.date", "fromYear", "statements"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("money[A].printed", "-5", "amount.negative")]
    [InlineData("money[A].printed", "0,0000001", "amount.fraction")]
    [InlineData("money[A].printed", "sáu tỷ", "amount.unreadable")]
    [InlineData("money[A].printed", "9.999.999.999.999 tỷ", "amount.absurd")]
    [InlineData("money[A].printed", "6.606.000", "entry.suspicious-unit")]
    [InlineData("money[A].printed", "6,606", "entry.suspicious-decimal")]
    [InlineData("money[A].printedShare", "162", "sheet.not-share")]
    [InlineData("money[A].year", "26", "sheet.absurd-year")]
    [InlineData("statements[MH-1].quantity", "-3", "sheet.negative")]
    [InlineData("statements[MH-1].quantity", "3,5", "sheet.not-whole")]
    [InlineData("statements[MH-1].quantity", "99.999.999.999", "sheet.absurd-number")]
    [InlineData("statements[MH-1].operator", "Bừa", "entry.unknown-choice")]
    [InlineData("decision.date", "31/02/2026", "date.unreadable")]
    public void WhatCannotBeRead_IsNamed_AndTheStoredValueStays(string field, string typed, string code)
    {
        var form = EntryForm.Of(Rich);
        form.Put(field, typed);
        var reading = EntryReader.Read(form, Rich);
        var unread = reading.Unread.ShouldHaveSingleItem();
        (unread.Name, unread.Raw, unread.Breach.Code).ShouldBe((field, typed, code));
        KhuyenCong.Web.Resources.Messages.All.ContainsKey(code).ShouldBeTrue();
        ProgrammeJson.Write(reading.Text).ShouldBe(ProgrammeJson.Write(Rich));
    }

    [Fact]
    public void TypedText_IsStoredInOneSpelling()
    {
        var form = EntryForm.Of(Rich);
        form.Put("statements[MH-1].name", " Mo\u0302 hi\u0300nh\0 \r\ntrình diễn ");
        EntryReader.Read(form, Rich).Text.Statements[0].Name.ShouldBe("Mô hình \ntrình diễn");
    }

    [Fact]
    public void TickedSources_InAnotherOrder_AreNoChange()
    {
        var form = EntryForm.Of(Rich);
        form.Lists["statements"][0].Values["sources"] = new(["KCDP", "KCQG"]);
        ProgrammeDifference.Between(Rich, EntryReader.Read(form, Rich).Text).ShouldBeEmpty();
    }

    [Fact]
    public void OddAndRepeatedCodes_KeepTheirRowsApart()
    {
        ContentText[] contents = [new("1", "a"), new("1", "b"), new("", "c"), new("Mục “Đ]”", "d"), new("A", "e"), new("a", "f")];
        var text = Rich with { Contents = contents };
        var form = EntryForm.Of(text);
        form.Lists["contents"].Select(r => r.Key.ToUpperInvariant()).ShouldBeUnique();
        form.Lists["contents"].ShouldAllBe(r => EntryForm.NameOf("contents", r.Key, "sourceQuote").Length < 200);
        EntryReader.Read(form, text).Text.Contents.Select(c => (c.Code, c.Name)).ShouldBe(contents.Select(c => (c.Code, c.Name)));
    }

    [Fact]
    public void AFault_FollowsItsRow_WhenTheCodeChanges()
    {
        var form = EntryForm.Of(Rich);
        form.Put("money[A].code", "A-moi");
        form.Put("money[A].printed", "chưa rõ");
        EntryReader.Read(form, Rich).Unread.ShouldHaveSingleItem().Name.ShouldBe("money[A-moi].printed");
    }
}
