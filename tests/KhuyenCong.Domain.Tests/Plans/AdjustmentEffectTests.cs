using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>What each kind of adjustment does to project, plan and money, and what it is refused for.</summary>
public sealed class AdjustmentEffectTests
{
    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryKind_IsDecidedByItsDecider_AndByNobodyElse(Regime regime)
    {
        foreach (var kind in Enum.GetValues<AdjustmentKind>())
        {
            foreach (var decider in Enum.GetValues<PlanDecider>())
            {
                var (_, batch, held, allocations) = Given.In(BatchState.Approved, regime, 1, given: 100_000_000);
                Codes(Given.Adjust(batch, held[0], allocations, Whole(kind, regime, decider)))
                    .ShouldBe(AdjustmentTable.Of(kind, Given.KindOf(regime)).Deciders.Contains(decider) ? [] : ["plan.decider-wrong"], $"{kind} {decider}");
            }
        }
    }

    [Fact]
    public void EveryKind_WaitsForTheDecision_AndEndsWithIt()
    {
        foreach (var kind in Enum.GetValues<AdjustmentKind>())
        {
            foreach (var state in Enum.GetValues<BatchState>())
            {
                if (state is BatchState.SentToAgency)
                {
                    continue;
                }

                var (_, batch, held, allocations) = Given.In(state, projects: 1, given: 100_000_000);
                Codes(Given.Adjust(batch, held[0], allocations, Whole(kind))).ShouldBe(state.IsDecided() ? [] : ["plan.wrong-state"], $"{kind} {state}");
            }
        }
    }

    [Fact]
    public void EachKind_ChangesItsOwnFields_AndNoOther()
    {
        Dictionary<AdjustmentKind, string> expected = new()
        {
            [AdjustmentKind.ExtendToNextYear] = "EndsOn",
            [AdjustmentKind.ChangeTime] = "EndsOn",
            [AdjustmentKind.ChangeContent] = "Scale",
            [AdjustmentKind.ChangePlace] = "Place",
            [AdjustmentKind.ChangeBeneficiary] = "Beneficiary",
            [AdjustmentKind.ChangePartner] = "PartnerUnits",
        };
        foreach (var (kind, field) in expected)
        {
            var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
            var (project, before) = (held[0], held[0].Text);

            // Everything is typed at once: only what the kind may change is taken.
            var effect = Given.Effect(kind, project) with { Scale = "Quy mô khác", PartnerUnits = "Đơn vị phối hợp khác" };
            var adjusted = Given.Adjust(batch, project, allocations, Whole(kind) with { Effect = effect }).Event.ShouldNotBeNull($"{kind}");
            adjusted.Changes.Select(c => c.What).ShouldBe([$"{kind}:{field}"]);
            adjusted.Changes[0].TextBefore.ShouldNotBe(adjusted.Changes[0].TextAfter);
            Given.Record(adjusted, batch, project, allocations);
            project.Text.Differs(before).ShouldNotBe(ProjectSections.None);
            (project.State, batch.Items[0].State, batch.Items[0].Approved.Provincial).ShouldBe((ProjectState.Approved, PlanItemState.Approved, new Dong(200_000_000)));
        }
    }

    [Fact]
    public void WhatStaysAsItIs_IsNoAdjustment()
    {
        foreach (var kind in Enum.GetValues<AdjustmentKind>().Where(k => !k.ChangesMoney() && k is not AdjustmentKind.ExtendToNextYear))
        {
            var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
            var same = new AdjustmentEffect { EndsOn = held[0].EndsOn, StartsOn = held[0].StartsOn, PartnerUnits = held[0].PartnerUnits, Beneficiaries = [held[0].Beneficiaries[0].Text] };
            Codes(Given.Adjust(batch, held[0], allocations, Whole(kind) with { Effect = same })).ShouldBe(["plan.adjust-what"], $"{kind}");
        }
    }

    [Fact]
    public void AnotherYear_IsAnExtension_AndAnExtensionIsToTheNextYear()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var end = held[0].EndsOn!.Value;
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeTime) with { Effect = new() { EndsOn = end.AddYears(1) } })).ShouldBe(["plan.time-other-year"]);
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeTime) with { Effect = new() { StartsOn = held[0].StartsOn!.Value.AddYears(-1) } })).ShouldBe(["plan.time-other-year"]);
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeTime) with { Effect = new() { StartsOn = end } })).ShouldBeEmpty();
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeTime) with { Effect = new() { StartsOn = end.AddDays(1) } })).ShouldBe(["project.period-reversed"]);
        foreach (var day in new DateOnly?[] { null, end, end.AddYears(2), end.AddYears(-1) })
        {
            Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ExtendToNextYear) with { Effect = new() { EndsOn = day } })).ShouldContain("plan.extend-not-next-year");
        }
    }

    [Fact]
    public void AnExtension_KeepsItsMoneyInItsYear_OrTakesItToTheNext()
    {
        var (plan, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1, allotted: 300_000_000);
        var (item, now) = (batch.Items[0], allocations[0]);
        var extension = Whole(AdjustmentKind.ExtendToNextYear) with { Effect = Given.Effect(AdjustmentKind.ExtendToNextYear, held[0]) with { MovesMoney = true } };
        Codes(Given.Adjust(batch, held[0], allocations, extension)).ShouldBe(["plan.no-next-allocation"]);
        var small = Next(199_999_999);
        Codes(Given.Adjust(batch, held[0], [now, small], extension)).ShouldBe(["allocation.exceeded"]);
        var next = Next(200_000_000);
        allocations.Add(next);
        var adjusted = Given.Adjust(batch, held[0], allocations, extension).Event.ShouldNotBeNull();
        adjusted.Changes.Select(c => c.What).ShouldBe(["ExtendToNextYear:EndsOn", "ExtendToNextYear:MoneyYear"]);
        Given.Record(adjusted, batch, held[0], allocations);
        (now.Approved, next.Approved, item.Year, held[0].EndsOn!.Value.Year).ShouldBe((Dong.Zero, new Dong(200_000_000), Given.Year + 1, Given.Year + 1));
        Given.Drawn(next, batch).ShouldBe(next.Approved);

        // What follows draws on the year that has the money now.
        Given.Record(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.DecreaseSupport)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        (now.Approved, next.Approved).ShouldBe((Dong.Zero, new Dong(50_000_000)));
        Given.Step(plan, batch, held, allocations, BatchAction.Undo, Given.Decider(Regime.Provincial)).ShouldBeEmpty();
        (now.Approved, next.Approved).ShouldBe((Dong.Zero, Dong.Zero));

        static Allocation Next(long amount)
        {
            var line = Allocation.From(new(Given.Id(), Projects.Given.Province, Given.Holder, null, "KCDP", Given.Year + 1));
            return Given.Allot(line, amount);
        }
    }

    [Fact]
    public void AnExtensionWithoutMoney_DrawsNothing()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        Given.Record(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ExtendToNextYear)).Event.ShouldNotBeNull(), batch, held[0], allocations);
        (allocations[0].Approved, batch.Items[0].Year, held[0].EndsOn!.Value.Year).ShouldBe((new Dong(200_000_000), Given.Year, Given.Year + 1));
    }

    [Fact]
    public void AnotherBeneficiary_KeepsTheLinesAndMachinesOfThePlace()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var (row, lines) = (held[0].Beneficiaries[0].ProjectBeneficiaryId, held[0].Lines.Select(l => l.ProjectEstimateLineId).ToList());
        var effect = Given.Effect(AdjustmentKind.ChangeBeneficiary, held[0]);
        Given.Record(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeBeneficiary) with { Effect = effect with { Beneficiaries = [effect.Beneficiaries[0] with { SupportAsked = new(1), CommuneCode = Projects.Given.Elsewhere }] } }).Event.ShouldNotBeNull(), batch, held[0], allocations);
        var now = held[0].Beneficiaries.ShouldHaveSingleItem();
        (now.ProjectBeneficiaryId, now.EstablishmentId, now.SupportAsked).ShouldBe((row, effect.Beneficiaries[0].EstablishmentId, new Dong(200_000_000)));
        held[0].Lines.Select(l => l.ProjectEstimateLineId).ShouldBe(lines);
        batch.Items[0].CommuneCode.ShouldBe(Projects.Given.Elsewhere);
        held[0].HasHand(Given.Decider(Regime.Provincial).UserId).ShouldBeFalse();
    }

    [Theory]
    [InlineData(AdjustmentKind.ChangeContent, true)]
    [InlineData(AdjustmentKind.ChangePlace, true)]
    [InlineData(AdjustmentKind.ChangeBeneficiary, true)]
    [InlineData(AdjustmentKind.ChangeTime, false)]
    [InlineData(AdjustmentKind.ChangePartner, false)]
    [InlineData(AdjustmentKind.ExtendToNextYear, false)]
    public void WhatIsHelped_IsCheckedAgain(AdjustmentKind kind, bool again)
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        string[] If(string code) => again ? [code] : [];
        Codes(Given.Adjust(batch, held[0], allocations, Whole(kind), checks: new(NotEligible: true))).ShouldBe(If("plan.adjust-not-eligible"));
        Codes(Given.Adjust(batch, held[0], allocations, Whole(kind), checks: new(DoubleSupportBlocks: true))).ShouldBe(If("plan.adjust-double-support"));
        Codes(Given.Adjust(batch, held[0], allocations, Whole(kind), caps: Given.Caps(held[0], 199_999_999))).ShouldBe(If("plan.adjust-above-cap"));
        var warned = Given.Adjust(batch, held[0], allocations, Whole(kind), caps: Given.Caps(held[0], null, 199_999_999)).Event.ShouldNotBeNull();
        warned.IsBeyondKnown.ShouldBe(again);
        Codes(Given.Adjust(batch, held[0], allocations, Whole(kind), checks: new(Listed: new(1)))).ShouldBe(kind is AdjustmentKind.ChangePlace or AdjustmentKind.ChangeBeneficiary ? ["plan.adjust-list"] : []);
    }

    [Fact]
    public void ASuspicionThatAChangeRaises_IsConcludedOn_OrStaysInTheWay()
    {
        var project = Given.In(BatchState.Approved, projects: 1).Projects[0];
        var candidate = new SupportCandidate(SupportSourceKind.Project, Given.Id(), [new(SupportKeyKind.MachineSerial, ContentMatch.Same)]);
        Conclude(null).ShouldBe("blocks");
        Conclude(new(null, " ")).ShouldBe("blocks");
        Conclude(new(DoubleSupportOutcome.DifferentExpense, "ngắn")).ShouldBe("blocks support.reason-missing");
        Conclude(new(null, "Hai máy khác nhau, số máy ghi nhầm")).ShouldBe("blocks support.outcome-missing");
        Conclude(new(DoubleSupportOutcome.MistakenMatch, "Hai máy khác nhau, số máy ghi nhầm")).ShouldBe("free");
        Conclude(new(DoubleSupportOutcome.SameExpense, "Đúng là một máy đã hỗ trợ")).ShouldBe("blocks");

        // What was concluded to be the same stays the same.
        var (same, _) = AdjustmentSuspicions.Conclude(project, [candidate], [], Answers(new(DoubleSupportOutcome.SameExpense, "Đúng là một máy đã hỗ trợ")), "Lãnh đạo", Given.Id, TimeProvider.System.UtcNow);
        AdjustmentSuspicions.Conclude(project, [candidate], same, Answers(new(DoubleSupportOutcome.MistakenMatch, "Hai máy khác nhau, số máy ghi nhầm")), "Lãnh đạo", Given.Id, TimeProvider.System.UtcNow).Resolved.ShouldBeEmpty();

        string Conclude(SuspicionAnswer? answer)
        {
            var (resolved, breaches) = AdjustmentSuspicions.Conclude(project, [candidate], [], answer is null ? new Dictionary<Guid, SuspicionAnswer>() : Answers(answer), "Lãnh đạo", Given.Id, TimeProvider.System.UtcNow);
            return string.Join(' ', breaches.Select(b => b.Code).Prepend(DoubleSupport.Blocks([candidate], resolved) ? "blocks" : "free"));
        }

        Dictionary<Guid, SuspicionAnswer> Answers(SuspicionAnswer answer) => new() { [candidate.SourceId] = answer };
    }

    [Fact]
    public void AnotherContent_TakesTheProgrammesContentAndTheWordsOfTheLinesAlong()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        var (programme, line, total) = (Given.Id(), held[0].Lines[0], held[0].Total);
        var effect = new AdjustmentEffect { ProgrammeId = programme, ProgrammeContentCode = "KH-2", ProgrammeWords = new Dictionary<string, string> { [$"{programme}|KH-2"] = "KH-2. Máy móc" }, Lines = [new(line.ProjectEstimateLineId, "Máy sấy")] };
        var adjusted = Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangeContent) with { Effect = effect }).Event.ShouldNotBeNull();
        adjusted.Changes.Select(c => $"{c.What} {c.TextAfter}").ShouldBe(["ChangeContent:ProgrammeContentCode KH-2. Máy móc", "ChangeContent:Line Máy sấy"]);
        Given.Record(adjusted, batch, held[0], allocations);
        (held[0].Lines[0].Content, held[0].Lines[0].Text.Funding, held[0].Total).ShouldBe(("Máy sấy", line.Text.Funding, total));
        (batch.Items[0].ProgrammeId, batch.Items[0].ProgrammeContentCode).ShouldBe((programme, "KH-2"));
    }

    [Theory]
    [InlineData(AdjustmentKind.DecreaseSupport, 100_000_000, "plan.adjust-below-list")]
    [InlineData(AdjustmentKind.DecreaseSupport, 150_000_000, "")]
    [InlineData(AdjustmentKind.Stop, 0, "")]
    public void WhatAConfirmedListPromised_IsNotTakenBehindItsBack(AdjustmentKind kind, long amount, string code)
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1);
        Codes(Given.Adjust(batch, held[0], allocations, Whole(kind) with { Amounts = new Dictionary<string, Dong?> { ["KCDP"] = new Dong(amount) } }, checks: new(Listed: new(150_000_000)))).ShouldBe(code.Length == 0 ? [] : [code]);
    }

    [Fact]
    public void AnIncrease_StaysWithinWhatAppraisalConcluded()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, projects: 1, given: 100_000_000);
        var findings = Given.Concluded(held[0], 149_999_999)[held[0].ProjectId];
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.IncreaseSupport), findings: findings)).ShouldBe(["plan.adjust-above-concluded"]);
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.IncreaseSupport), findings: Given.Concluded(held[0], 150_000_000)[held[0].ProjectId])).ShouldBeEmpty();
    }

    [Fact]
    public void ACommunesMoney_DoesNotFollowIntoAnotherCommune()
    {
        var (_, batch, held, allocations) = Given.In(BatchState.Approved, Regime.Commune, 1);
        var away = new AdjustmentEffect { Beneficiaries = [held[0].Beneficiaries[0].Text with { ProductionSiteId = Given.Id(), CommuneCode = Projects.Given.Elsewhere }] };

        // A commune's own project stays in its commune by its dossier's own rule.
        Codes(Given.Adjust(batch, held[0], allocations, Whole(AdjustmentKind.ChangePlace, Regime.Commune) with { Effect = away })).ShouldBe(["project.commune-elsewhere"]);
    }

    private static AdjustmentText Whole(AdjustmentKind kind, Regime regime = Regime.Provincial, PlanDecider? decider = null) =>
        Given.Change(kind, kind is AdjustmentKind.IncreaseSupport ? 150_000_000 : kind.Ends() ? 0 : 50_000_000, Given.SourceOf(regime).Code, decider ?? AdjustmentTable.Of(kind, Given.KindOf(regime)).Deciders[0])
            with
        { TextAfter = "Sau điều chỉnh", DelegationDocument = "1/QĐ-UBND", Confirmation = "CV 9/SCT" };

    private static IEnumerable<string> Codes(Ruling<PlanAdjusted> ruling) => ruling.Breaches.Select(b => b.Code);
}
