using KhuyenCong.Domain.Establishments;

namespace KhuyenCong.Domain.Tests.Establishments;

public sealed class MergingTests
{
    private static readonly DateTime At = Given.Facts.At;

    private readonly Establishment kept = Given.Establishment(new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"), new YearEntry(2025, 10), new ProductEntry("Gốm đỏ"));
    private readonly Establishment merged = Given.Establishment(
        new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"), new IdentifierEntry(IdentifierKind.BusinessRegistration, "41A8001234"), new YearEntry(2025, 99), new YearEntry(2024, 8), new ProductEntry("GỐM ĐỎ"), new ContactEntry("A", null, "0900000000"));

    [Fact]
    public void TheKeptRecord_GetsWhatItLacks_AndItsOwnFiguresStand()
    {
        var decided = Merging.Merge(kept, merged, Given.Id(), Given.Id, "cùng giấy đăng ký", Given.Id(), At).Event!;
        kept.Apply(decided);
        merged.Apply(decided);
        kept.Identifiers.Select(i => i.SearchText).ShouldBe(["0100233488", "41A8001234"]);
        kept.Years.Select(y => (y.Year, y.Labour)).ShouldBe([(2025, 10), (2024, 8)]);
        kept.Products.Count.ShouldBe(1);
        kept.Contacts.Count.ShouldBe(1);
        kept.FormerNames.ShouldBeEmpty();
        (merged.State, merged.MergedIntoId).ShouldBe((EstablishmentState.Merged, kept.EstablishmentId));
        merged.Years.Count.ShouldBe(2);
    }

    [Fact]
    public void Undone_BothStandAsTheyWere()
    {
        var decided = Merging.Merge(kept, merged, Given.Id(), Given.Id, "nhầm", Given.Id(), At).Event!;
        kept.Apply(decided);
        merged.Apply(decided);
        var record = EstablishmentMerge.From(decided, "56");
        var undone = Merging.Undo(record, kept, "không phải một cơ sở", Given.Id(), At.AddDays(1)).Event!;
        kept.Apply(undone);
        merged.Apply(undone);
        record.Apply(undone);
        kept.Identifiers.Count.ShouldBe(1);
        kept.Years.Count.ShouldBe(1);
        (merged.State, merged.MergedIntoId).ShouldBe((EstablishmentState.Active, null));
        Merging.Undo(record, kept, "lần nữa", Given.Id(), At).Breaches.ShouldContain(b => b.Code == "merge.already-undone");
    }

    [Fact]
    public void TheOwnersAccount_GoesAlong_AndBack()
    {
        var owner = Given.Id();
        merged.Apply(new OwnerLinked(merged.EstablishmentId, owner));
        var decided = Merging.Merge(kept, merged, Given.Id(), Given.Id, "cùng giấy đăng ký", Given.Id(), At).Event!;
        kept.Apply(decided);
        merged.Apply(decided);
        (kept.OrganisationId, merged.OrganisationId).ShouldBe((owner, owner));
        var record = EstablishmentMerge.From(decided, "56");
        var undone = Merging.Undo(record, kept, "không phải một cơ sở", Given.Id(), At.AddDays(1)).Event!;
        kept.Apply(undone);
        merged.Apply(undone);
        (kept.OrganisationId, merged.OrganisationId).ShouldBe((null, owner));
    }

    [Fact]
    public void AnAccountOfItsOwn_IsNeitherReplacedNorTakenAway()
    {
        var (own, other) = (Given.Id(), Given.Id());
        kept.Apply(new OwnerLinked(kept.EstablishmentId, own));
        merged.Apply(new OwnerLinked(merged.EstablishmentId, other));
        var decided = Merging.Merge(kept, merged, Given.Id(), Given.Id, "cùng giấy đăng ký", Given.Id(), At).Event!;
        kept.Apply(decided);
        kept.OrganisationId.ShouldBe(own);
        kept.Apply(Merging.Undo(EstablishmentMerge.From(decided, "56"), kept, "nhầm", Given.Id(), At).Event!);
        kept.OrganisationId.ShouldBe(own);
    }

    [Fact]
    public void AnAccountLinkedSince_StaysWhenAMergeIsUndone()
    {
        merged.Apply(new OwnerLinked(merged.EstablishmentId, Given.Id()));
        var decided = Merging.Merge(kept, merged, Given.Id(), Given.Id, "cùng giấy đăng ký", Given.Id(), At).Event!;
        kept.Apply(decided);
        var since = Given.Id();
        kept.Apply(new OwnerLinked(kept.EstablishmentId, since));
        kept.Apply(Merging.Undo(EstablishmentMerge.From(decided, "56"), kept, "nhầm", Given.Id(), At).Event!);
        kept.OrganisationId.ShouldBe(since);
    }

    [Fact]
    public void AMerge_NeedsTwoOpenRecords_AndAReason()
    {
        Merging.Merge(kept, kept, Given.Id(), Given.Id, " ", Given.Id(), At).Breaches.Select(b => b.Code).ShouldBe(["merge.same", "establishment.reason-missing"]);
        merged.Apply(Merging.Merge(kept, merged, Given.Id(), Given.Id, "x", Given.Id(), At).Event!);
        Merging.Merge(kept, merged, Given.Id(), Given.Id, "x", Given.Id(), At).Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.merged");
        PartRules.Add(merged, Given.Id(), new ProductEntry("x"), Given.Facts).Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.merged");
        Registering.Edit(merged, Given.Text, Given.Id(), false, Given.Facts).Breaches.ShouldHaveSingleItem().Code.ShouldBe("establishment.merged");
    }

    [Fact]
    public void AnotherName_IsKeptAsAFormerOne()
    {
        var other = Establishment.From(Registering.Register(Given.Wanted() with { Text = Given.Text with { Name = "Gốm An Phú cũ" } }, Given.Facts).Event!);
        kept.Apply(Merging.Merge(kept, other, Given.Id(), Given.Id, "x", Given.Id(), At).Event!);
        kept.FormerNames.ShouldHaveSingleItem().Name.ShouldBe("Gốm An Phú cũ");
        kept.FormerNames[0].MergedFromId.ShouldBe(other.EstablishmentId);
    }

    [Fact]
    public void PairsOfThousands_AreFoundThroughWhatTheyShare()
    {
        var sketches = Enumerable.Range(0, 3_000).Select(i => new EstablishmentSketch(Given.Id(), $"Cơ sở số {i} {i % 97}", [$"{i:0000000000}"], [], [$"{22000 + (i % 65)}"], [])).ToList();
        sketches.Add(sketches[17] with { EstablishmentId = Given.Id(), Identifiers = [], Phones = ["0900000000"] });
        sketches.Add(sketches[1_800] with { EstablishmentId = Given.Id(), Communes = [] });
        var pairs = DuplicateCheck.Pairs(sketches);
        pairs.Select(p => p.Reasons).ShouldBe([[DuplicateReason.SameIdentifier], [DuplicateReason.SimilarName]]);
    }

    [Theory]
    [InlineData("Nguyễn Minh Họa", "xem dữ liệu", 0, 0, null)]
    [InlineData(" ", "xem dữ liệu", 0, 0, "request.who-missing")]
    [InlineData("A", " ", 0, 0, "request.text-missing")]
    [InlineData("A", "x", 1, 1, "request.in-future")]
    [InlineData("A", "x", -1, -2, "request.due-before-received")]
    public void ARequest_NamesWho_What_AndByWhen(string who, string what, int received, int due, string? breach) =>
        DataRequesting.Register(new(Given.Id(), "56", "", Given.Id(), DataRequestKind.See, who, what, Given.Today.AddDays(received), Given.Today.AddDays(due)), Given.Today)
            .Breaches.Select(b => b.Code).ShouldBe(breach is null ? [] : [breach]);

    [Fact]
    public void ARequest_IsAnsweredOnce_AndErasesPersonsOnly()
    {
        var request = DataRequest.From(DataRequesting.Register(new(Given.Id(), "56", "1", Given.Id(), DataRequestKind.Erase, "A", "x", Given.Today, Given.Today), Given.Today).Event!);
        request.IsOverdue(Given.Today).ShouldBeFalse();
        request.IsOverdue(Given.Today.AddDays(1)).ShouldBeTrue();
        request.Apply(DataRequesting.Answer(request, true, "đã xóa", Given.Today).Event!);
        request.State.ShouldBe(DataRequestState.Done);
        DataRequesting.Answer(request, false, "x", Given.Today).Breaches.ShouldHaveSingleItem().Code.ShouldBe("request.already-answered");
        var person = Given.Establishment(new IdentifierEntry(IdentifierKind.PersonalNumber, "056099000001"), new IdentifierEntry(IdentifierKind.TaxCode, "0100233488"), new ContactEntry("A"));
        DataRequesting.Erasure(person, "1", At).Count.ShouldBe(2);
    }
}
